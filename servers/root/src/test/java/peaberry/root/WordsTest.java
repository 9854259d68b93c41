package peaberry.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import peaberry.abi.Bytes;
import peaberry.abi.KernelError;
import peaberry.abi.LineTable;
import peaberry.runtime.Text;

class WordsTest {

    private static final long BASE = 0x40_0000;

    @Test
    void whatAUserCanChangeIsSaidInWords() {
        assertEquals("there is not enough memory", Words.of(KernelError.NOT_ENOUGH_MEMORY));
        assertEquals("a device that it needs is not in this machine", Words.of(KernelError.FAILED_LOOKUP));
        assertEquals("this machine has no IOMMU that would confine its device", Words.of(KernelError.UNSUPPORTED));
        assertEquals("RANGE_ERROR", Words.of(KernelError.RANGE_ERROR));
    }

    @Test
    void anAddressBecomesMethodAndLine() {
        Text text = new Text(100);
        assertTrue(Words.locate(table(), BASE + 5, text));
        assertTrue(text.sameAs(new Text(100).append("a.B.run(B.java:88)")));
    }

    @Test
    void anAddressWithoutJavaCodeHasNoLine() {
        Text text = new Text(100);
        assertFalse(Words.locate(table(), 0x1000, text));
        assertEquals(0, text.length());
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
