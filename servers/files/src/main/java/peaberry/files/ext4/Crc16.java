package peaberry.files.ext4;

import peaberry.runtime.Region;

/** The checksum of groups' descriptors on disks that were made before metadata had others: a cyclic redundancy check with the polynomial x^16 + x^15 + x^2 + 1, bits reflected, begun with ones. */
final class Crc16 {

    private static final int START = 0xFFFF;
    private static final int POLYNOMIAL = 0xA001;

    private Crc16() {
    }

    /** Begins with these bytes. */
    static int of(byte[] bytes) {
        int sum = START;
        for (byte value : bytes) {
            sum = addByte(sum, value);
        }
        return sum;
    }

    /** Goes on with the 4 bytes of a little-endian number. */
    static int addInt(int sum, int number) {
        int value = sum;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = addByte(value, number >>> i * Byte.SIZE);
        }
        return value;
    }

    /** Goes on with {@code bytes} bytes from {@code offset} on. */
    static int add(int sum, Region region, long offset, long bytes) {
        int value = sum;
        for (long i = 0; i < bytes; i++) {
            value = addByte(value, region.unsignedByte(offset + i));
        }
        return value;
    }

    private static int addByte(int sum, int value) {
        int next = sum ^ value & 0xFF;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            next = next >>> 1 ^ ((next & 1) != 0 ? POLYNOMIAL : 0);
        }
        return next;
    }
}
