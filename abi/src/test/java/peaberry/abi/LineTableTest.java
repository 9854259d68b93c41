package peaberry.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.abi.LineTable.Problem;

class LineTableTest {

    private static final long BASE = 0x40_0000;
    private static final int ROWS = LineTable.HEADER_BYTES;
    private static final int METHODS = ROWS + 3 * LineTable.ROW_BYTES;

    private final LineTable table = new LineTable();
    private final ByteBuffer bytes = twoMethods();

    @Test
    void leadsFromAnAddressToMethodAndLine() {
        assertEquals(Problem.NONE, open());
        assertEquals("a.B.first(B.java:7)", describe(BASE + 0x10));
        assertEquals("a.B.first(B.java:7)", describe(BASE + 0x1F));
        assertEquals("a.C.second(C.java:9)", describe(BASE + 0x20));
    }

    @Test
    void knowsNothingBeforeTheFirstRowAndBehindTheLast() {
        open();
        for (long address : new long[] {0, BASE, BASE + 0xF, BASE + 0x30, BASE + 0x1_0000_0020L, -1, Long.MIN_VALUE}) {
            assertEquals(-1, table.lookup(address), Long.toHexString(address));
        }
    }

    @Test
    void anUnopenedOrEmptyTableKnowsNothing() {
        assertEquals(-1, table.lookup(BASE));
        assertEquals(Problem.NONE, table.open(new ArrayBytes(emptyTable())));
        assertEquals(-1, table.lookup(BASE));
    }

    @Test
    void charactersOutsideOfATextAreZero() {
        open();
        int row = table.lookup(BASE + 0x10);
        assertEquals(0, table.methodChar(row, -1));
        assertEquals(0, table.methodChar(row, table.methodLength(row)));
        assertEquals(0, table.fileChar(row, table.fileLength(row)));
    }

    @Test
    void findsEveryRowOfALargeTable() {
        int count = 1000;
        ByteBuffer large = ByteBuffer.allocate(24 + count * 12 + 8 + 2).order(ByteOrder.LITTLE_ENDIAN);
        large.putInt(LineTable.MAGIC).putInt(count).putInt(1).putInt(2).putLong(BASE);
        for (int i = 0; i < count; i++) {
            large.putInt(i * 3).putInt(0).putInt(i + 1);
        }
        large.putInt(0).putShort((short) 1).putShort((short) 1).put((byte) 'm').put((byte) 'f');
        assertEquals(Problem.NONE, table.open(new ArrayBytes(large.array())));
        for (int i = 0; i < count; i++) {
            assertEquals(i + 1, table.line(table.lookup(BASE + i * 3)));
            assertEquals(i + 1, table.line(table.lookup(BASE + i * 3 + 2)));
        }
    }

    @Test
    void refusesWhatIsNoTable() {
        assertEquals(Problem.WRONG_MAGIC, table.open(new ArrayBytes(new byte[0])));
        bytes.put(0, (byte) 0);
        assertEquals(Problem.WRONG_MAGIC, open());
    }

    @Test
    void refusesSizesThatDoNotFit() {
        for (int offset : new int[] {4, 8, 12}) {
            int old = bytes.getInt(offset);
            for (int count : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1000}) {
                bytes.putInt(offset, count);
                assertEquals(Problem.WRONG_SIZE, open());
                assertEquals(0, table.rows());
            }
            bytes.putInt(offset, old);
        }
    }

    @Test
    void refusesRowsOutOfOrder() {
        bytes.putInt(ROWS + LineTable.ROW_BYTES, 0x10);
        assertEquals(Problem.NOT_SORTED, open());
    }

    @Test
    void refusesRowsWithoutAMethod() {
        for (int method : new int[] {-1, 2}) {
            bytes.putInt(ROWS + 4, method);
            assertEquals(Problem.BAD_METHOD, open());
        }
    }

    @Test
    void refusesTextsOutsideOfTheTable() {
        bytes.putInt(METHODS, 21);
        assertEquals(Problem.BAD_TEXT, open());
        bytes.putInt(METHODS, -1);
        assertEquals(Problem.BAD_TEXT, open());
        bytes.putInt(METHODS, 0).putShort(METHODS + 4, (short) -1);
        assertEquals(Problem.BAD_TEXT, open());
    }

    @Test
    void whateverOpensAnswersEveryQuestion() {
        Random random = new Random(4);
        int opened = 0;
        for (int i = 0; i < 20_000; i++) {
            ByteBuffer mutant = twoMethods();
            for (int n = random.nextInt(3); n >= 0; n--) {
                mutant.put(4 + random.nextInt(mutant.capacity() - 4), (byte) random.nextInt());
            }
            if (table.open(new ArrayBytes(mutant.array())) == Problem.NONE) {
                opened++;
                describe(BASE + 0x10 + random.nextInt(0x30));
            }
        }
        assertTrue(opened > 0);
    }

    private Problem open() {
        return table.open(new ArrayBytes(bytes.array()));
    }

    private String describe(long address) {
        int row = table.lookup(address);
        if (row < 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < table.methodLength(row); i++) {
            text.append(table.methodChar(row, i));
        }
        text.append('(');
        for (int i = 0; i < table.fileLength(row); i++) {
            text.append(table.fileChar(row, i));
        }
        return text.append(':').append(table.line(row)).append(')').toString();
    }

    private static byte[] emptyTable() {
        return ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putInt(LineTable.MAGIC).array();
    }

    private static ByteBuffer twoMethods() {
        byte[] text = "a.B.firstB.javaa.C.secondC.java".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer table = ByteBuffer.allocate(METHODS + 16 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(LineTable.MAGIC).putInt(3).putInt(2).putInt(text.length).putLong(BASE);
        table.putInt(0x10).putInt(0).putInt(7).putInt(0x20).putInt(1).putInt(9).putInt(0x30).putInt(0).putInt(0);
        table.putInt(0).putShort((short) 9).putShort((short) 6).putInt(15).putShort((short) 10).putShort((short) 6);
        table.put(text);
        return table;
    }
}
