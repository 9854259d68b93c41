package peaberry.abi;

/** The checksum of Ethernet and ZIP: polynomial 0xEDB88320 reflected, initial value and final complement of all ones. */
final class Crc32 {

    private static final int POLYNOMIAL = 0xEDB8_8320;
    private static final int[] OF_BYTE = table();

    private Crc32() {
    }

    /** The checksum of the bytes from {@code start} to before {@code end}. */
    static int of(Bytes bytes, long start, long end) {
        int remainder = ~0;
        long offset = start;
        // Eight bytes at a time, because many sources give them at the cost of one.
        for (; end - offset >= Long.BYTES; offset += Long.BYTES) {
            long word = bytes.int64(offset);
            for (int i = 0; i < Long.BYTES; i++) {
                remainder = add(remainder, (int) word);
                word >>>= Byte.SIZE;
            }
        }
        for (; offset < end; offset++) {
            remainder = add(remainder, bytes.unsignedByte(offset));
        }
        return ~remainder;
    }

    /** The remainder after the low byte of {@code value}. */
    private static int add(int remainder, int value) {
        return remainder >>> Byte.SIZE ^ OF_BYTE[(remainder ^ value) & 0xFF];
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int value = 0; value < table.length; value++) {
            int remainder = value;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder & 1) != 0 ? remainder >>> 1 ^ POLYNOMIAL : remainder >>> 1;
            }
            table[value] = remainder;
        }
        return table;
    }
}
