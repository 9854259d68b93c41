package peaberry.root;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import peaberry.abi.Bytes;
import peaberry.abi.FaultKind;
import peaberry.abi.JavaTrap;
import peaberry.abi.LineTable;
import peaberry.abi.UserLayout;
import peaberry.runtime.Text;

class WordsTest {

    private static final long BASE = 0x40_0000;

    @Test
    void aPageFaultInTheLowestPageIsANullReference() {
        assertSays("null reference", FaultKind.PAGE_FAULT, 12);
    }

    @Test
    void aPageFaultBelowTheStackIsAnOverflow() {
        assertSays("stack overflow", FaultKind.PAGE_FAULT, UserLayout.STACK_BOTTOM - 8);
    }

    @Test
    void anyOtherPageFaultNamesItsAddress() {
        assertSays("forbidden access to 0x12345678", FaultKind.PAGE_FAULT, 0x12345678);
        assertSays("forbidden access to 0xffffffffffffffff", FaultKind.PAGE_FAULT, -1);
    }

    @Test
    void theOtherFaultsSpeakForThemselves() {
        assertSays("array index out of bounds", FaultKind.JAVA_TRAP, JavaTrap.ARRAY_INDEX.ordinal());
        assertSays("illegal instruction", FaultKind.ILLEGAL_INSTRUCTION, 0);
        assertSays("processor exception 13", FaultKind.PROCESSOR_EXCEPTION, 13);
        assertSays("unknown system call 77", FaultKind.UNKNOWN_SYSTEM_CALL, 77);
    }

    @Test
    void anAddressBecomesMethodAndLine() {
        Text text = new Text(100);
        Words.locate(table(), BASE + 5, text);
        assertTrue(text.sameAs(new Text(100).append("a.B.run(B.java:88)")));
    }

    @Test
    void anAddressWithoutJavaCodeHasNoLine() {
        Text text = new Text(100);
        Words.locate(table(), 0x1000, text);
        assertTrue(text.sameAs(new Text(100).append("no known Java line")));
    }

    private static void assertSays(String expected, FaultKind kind, long detail) {
        Text text = new Text(100);
        Words.describe(kind, detail, text);
        assertTrue(text.sameAs(new Text(100).append(expected)), expected);
    }

    /** One row: line 88 of a.B.run from the base on. */
    private static LineTable table() {
        byte[] names = "a.B.runB.java".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(LineTable.MAGIC).putInt(1).putInt(1).putInt(names.length).putLong(BASE);
        bytes.putInt(0).putInt(0).putInt(88);
        bytes.putInt(0).putShort((short) 7).putShort((short) 6).put(names);
        LineTable table = new LineTable();
        assertEquals(LineTable.Problem.NONE, table.open(new Bytes() {
            @Override
            public long size() {
                return bytes.capacity();
            }

            @Override
            public int unsignedByte(long offset) {
                return offset >= 0 && offset < bytes.capacity() ? bytes.get((int) offset) & 0xFF : 0;
            }
        }));
        return table;
    }
}
