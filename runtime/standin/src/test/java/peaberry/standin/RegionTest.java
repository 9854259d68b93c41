package peaberry.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import peaberry.runtime.ProcessorChecksum;
import peaberry.runtime.Region;

class RegionTest {

    private static final int BYTES = 4096;

    private final HostMemory memory = new HostMemory();
    private final Region region = memory.region("memory", BYTES);
    private final Region other = memory.region("other", BYTES / 2);
    private final byte[] expected = new byte[BYTES];

    private void fill() {
        new Random(5).nextBytes(expected);
        for (int i = 0; i < BYTES; i++) {
            region.setByte(i, expected[i]);
        }
    }

    private void assertSame() {
        for (int i = 0; i < BYTES; i++) {
            assertEquals(expected[i] & 0xFF, region.unsignedByte(i), "byte " + i);
        }
    }

    @Test
    void bytesAreCopiedAndCleared() {
        fill();
        region.copy(3, 1000, 77);
        System.arraycopy(expected, 3, expected, 1000, 77);
        region.clear(2001, 13);
        Arrays.fill(expected, 2001, 2014, (byte) 0);
        region.copy(0, BYTES, 0);
        other.copyFrom(region, 1000, 5, 99);
        region.copyFrom(other, 7, 3001, 95);
        System.arraycopy(expected, 1002, expected, 3001, 95);
        assertSame();
    }

    @Test
    void nothingOutsideIsTouched() {
        assertThrows(IndexOutOfBoundsException.class, () -> region.copy(0, BYTES - 7, 8));
        assertThrows(IndexOutOfBoundsException.class, () -> region.copy(BYTES - 7, 0, 8));
        assertThrows(IndexOutOfBoundsException.class, () -> region.copy(0, 8, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> other.copyFrom(region, 0, BYTES / 2 - 7, 8));
        assertThrows(IndexOutOfBoundsException.class, () -> other.copyFrom(region, BYTES - 7, 0, 8));
        assertThrows(IndexOutOfBoundsException.class, () -> region.clear(-1, 8));
        assertThrows(IndexOutOfBoundsException.class, () -> region.clear(0, Long.MAX_VALUE));
        assertThrows(IndexOutOfBoundsException.class, () -> ProcessorChecksum.add(0, region, 1, BYTES / 8));
        assertThrows(IndexOutOfBoundsException.class, () -> ProcessorChecksum.add(0, region, 0, Long.MIN_VALUE));
        assertThrows(IndexOutOfBoundsException.class, () -> ProcessorChecksum.add(0, region, 0, 1L << 61));
    }

    @Test
    void theChecksumIsThatOfTheJdk() {
        fill();
        for (int words = 0; words < 40; words++) {
            CRC32C sum = new CRC32C();
            sum.update(expected, 5, words * 8);
            assertEquals((int) sum.getValue(), ~ProcessorChecksum.add(-1, region, 5, words));
        }
    }
}
