package peaberry.files.ext4;

import peaberry.runtime.ProcessorChecksum;
import peaberry.runtime.Region;
import peaberry.runtime.Text;

/** The checksum of ext4's metadata: the cyclic redundancy check of Castagnoli's polynomial, bits reflected, neither begun nor ended by an inversion (RFC 3720, B.4, has both). */
final class Crc32c {

    /** What a checksum begins with. */
    static final int START = -1;

    private static final int POLYNOMIAL = 0x82F6_3B78;
    private static final int VALUES = 256;
    /** Of a byte that is followed by so many others, 0 to 7. */
    private static final int[] TABLE = table();

    private Crc32c() {
    }

    private static int[] table() {
        int[] table = new int[Long.BYTES * VALUES];
        for (int value = 0; value < VALUES; value++) {
            int sum = value;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sum = sum >>> 1 ^ ((sum & 1) != 0 ? POLYNOMIAL : 0);
            }
            table[value] = sum;
        }
        for (int i = VALUES; i < table.length; i++) {
            int before = table[i - VALUES];
            table[i] = before >>> Byte.SIZE ^ table[before & 0xFF];
        }
        return table;
    }

    /** Goes on with {@code bytes} bytes from {@code offset} on. */
    static int add(int sum, Region region, long offset, long bytes) {
        long done = 0;
        int value = sum;
        if (ProcessorChecksum.exists() && offset >= 0 && offset <= region.size() - bytes) {
            value = ProcessorChecksum.add(value, region, offset, bytes / Long.BYTES);
            done = bytes - bytes % Long.BYTES;
        }
        while (bytes - done >= Long.BYTES) {
            value = add(value, region.int64(offset + done));
            done += Long.BYTES;
        }
        while (done < bytes) {
            value = addByte(value, region.unsignedByte(offset + done));
            done++;
        }
        return value;
    }

    /** Goes on with the 8 bytes of a little-endian number. */
    static int add(int sum, long number) {
        int low = (int) number ^ sum;
        int high = (int) (number >>> Integer.SIZE);
        return of(low, 0, 7) ^ of(low, 1, 6) ^ of(low, 2, 5) ^ of(low, 3, 4) ^ of(high, 0, 3) ^ of(high, 1, 2) ^ of(high, 2, 1) ^ of(high, 3, 0);
    }

    private static int of(int word, int index, int followers) {
        return TABLE[followers * VALUES + (word >>> index * Byte.SIZE & 0xFF)];
    }

    /** Goes on with the 4 bytes of a little-endian number. */
    static int addInt(int sum, int number) {
        int value = sum;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = addByte(value, number >>> i * Byte.SIZE);
        }
        return value;
    }

    /** Goes on with all of a text. */
    static int add(int sum, Text text) {
        int value = sum;
        for (int i = 0; i < text.length(); i++) {
            value = addByte(value, text.byteAt(i));
        }
        return value;
    }

    /** Goes on with zeros. */
    static int addZeros(int sum, int bytes) {
        int value = sum;
        for (int i = 0; i < bytes; i++) {
            value = addByte(value, 0);
        }
        return value;
    }

    /** What a checksum was before {@code bytes} bytes from {@code offset} on were added. */
    static int takeBack(int sum, Region region, long offset, long bytes) {
        int value = sum;
        for (long i = bytes - 1; i >= 0; i--) {
            value = takeByteBack(value, region.unsignedByte(offset + i));
        }
        return value;
    }

    /** The 4 bytes, as a little-endian number, that make of one checksum another one. */
    static int between(int before, int after) {
        int value = after;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = takeByteBack(value, 0);
        }
        return before ^ value;
    }

    /** Only one entry of the table has these uppermost bits. */
    private static int takeByteBack(int sum, int value) {
        int index = 0;
        while (TABLE[index] >>> 3 * Byte.SIZE != sum >>> 3 * Byte.SIZE) {
            index++;
        }
        return (sum ^ TABLE[index]) << Byte.SIZE | index ^ value & 0xFF;
    }

    private static int addByte(int sum, int value) {
        return sum >>> Byte.SIZE ^ TABLE[(sum ^ value) & 0xFF];
    }
}
