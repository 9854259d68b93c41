package peaberry.partitions;

import peaberry.runtime.Region;

/** The cyclic redundancy check of ISO 3309, bits reflected, begun and ended by an inversion: the checksum of a {@link GuidTable} (UEFI specification 2.10, 4.2.1). */
final class Crc32 {

    private static final int POLYNOMIAL = 0xEDB8_8320;
    private static final int VALUES = 256;
    private static final int[] TABLE = table();

    private int sum;

    private static int[] table() {
        int[] table = new int[VALUES];
        for (int value = 0; value < VALUES; value++) {
            int sum = value;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sum = sum >>> 1 ^ ((sum & 1) != 0 ? POLYNOMIAL : 0);
            }
            table[value] = sum;
        }
        return table;
    }

    void begin() {
        sum = -1;
    }

    /** Goes on with {@code bytes} bytes from {@code offset} on. */
    void add(Region region, long offset, long bytes) {
        for (long i = 0; i < bytes; i++) {
            addByte(region.unsignedByte(offset + i));
        }
    }

    /** Goes on with zeros. */
    void addZeros(int bytes) {
        for (int i = 0; i < bytes; i++) {
            addByte(0);
        }
    }

    /** The checksum of all that was added. */
    int end() {
        return ~sum;
    }

    private void addByte(int value) {
        sum = sum >>> Byte.SIZE ^ TABLE[(sum ^ value) & 0xFF];
    }
}
