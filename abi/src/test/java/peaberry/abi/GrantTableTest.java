package peaberry.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrantTableTest {

    private static final String LONGEST = "abcdefghijklmnopqrstuvwx";

    private final ByteBuffer bytes = ByteBuffer.allocate((int) UserLayout.PAGE).order(ByteOrder.LITTLE_ENDIAN);
    private final GrantTable table = new GrantTable(new ArrayBytes(bytes.array()));

    @Test
    void anEmptyPageHasNoRows() {
        assertEquals(0, table.rows());
    }

    @Test
    void rowsAreReadAsTheyWereWritten() {
        row("console", GrantKind.CLIENT, 6, 1, 2);
        row("callers", GrantKind.REPLIES, 2, 4, 0);
        assertEquals(2, table.rows());
        assertEquals(GrantKind.CLIENT, table.kind(0));
        assertEquals(6, table.slot(0));
        assertEquals(1, table.first(0));
        assertEquals(2, table.second(0));
        assertEquals(1, table.slots(0));
        assertEquals(4, table.slots(1));
    }

    @Test
    void aNameIsWholeOrNotTheSame() {
        row("console", GrantKind.CLIENT, 6, 0, 0);
        assertTrue(table.isNamed(0, "console"));
        assertFalse(table.isNamed(0, "consol"));
        assertFalse(table.isNamed(0, "consoles"));
        assertFalse(table.isNamed(0, ""));
    }

    @Test
    void theLongestNameEndsWithItsField() {
        row(LONGEST, GrantKind.PORTS, 7, 0x3F8, 0x3FF);
        assertTrue(table.isNamed(0, LONGEST));
        assertFalse(table.isNamed(0, LONGEST + "y"));
        assertEquals(0, table.nameChar(0, LONGEST.length()));
    }

    @Test
    void memoryTakesNoSlot() {
        row("disk", GrantKind.DMA, 0, 65_536, 0);
        row("marks", GrantKind.KEPT, 0, 4_096, 0);
        row("screen", GrantKind.MAPPED, 0, 0xB8000, 4_096);
        row("declaration", GrantKind.DECLARATION, 0, 1, 0);
        row("heartbeat", GrantKind.HEARTBEAT, 6, 250_000, 0);
        assertEquals(List.of(0, 0, 0, 0, 1), IntStream.range(0, 5).mapToObj(table::slots).toList());
    }

    @Test
    void theFirstRowOfAKindIsFound() {
        row("first", GrantKind.PORTS, 6, 0, 0);
        row("heartbeat", GrantKind.HEARTBEAT, 7, 0, 0);
        row("second", GrantKind.PORTS, 8, 0, 0);
        assertEquals(0, table.find(GrantKind.PORTS));
        assertEquals(1, table.find(GrantKind.HEARTBEAT));
        assertEquals(GrantTable.NO_ROW, table.find(GrantKind.PCI_FUNCTION));
    }

    @Test
    void aFullTableEndsAtItsLastRow() {
        for (int i = 0; i < GrantTable.MAX_ROWS + 1; i++) {
            row("p" + i, GrantKind.PORTS, i + 1, 0, 0);
        }
        assertEquals(GrantTable.MAX_ROWS, table.rows());
    }

    private void row(String name, GrantKind kind, int slot, long first, long second) {
        int start = bytes.position();
        bytes.put(name.getBytes(StandardCharsets.US_ASCII)).position(start + GrantTable.NAME_BYTES);
        bytes.putInt(kind.ordinal()).putInt(slot).putLong(first).putLong(second);
    }
}
