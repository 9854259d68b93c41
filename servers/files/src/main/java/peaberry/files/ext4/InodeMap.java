package peaberry.files.ext4;

import peaberry.abi.ByteSource;
import peaberry.runtime.Region;

/** The part of an inode that says where its blocks are, or where a short link leads: a copy. */
final class InodeMap implements ByteSource {

    static final int BYTES = 60;

    private final byte[] bytes = new byte[BYTES];

    @Override
    public long size() {
        return BYTES;
    }

    @Override
    public int unsignedByte(long offset) {
        return offset >= 0 && offset < BYTES ? bytes[(int) offset] & 0xFF : 0;
    }

    void set(long offset, int value) {
        bytes[(int) offset] = (byte) value;
    }

    void clear() {
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = 0;
        }
    }

    /** Becomes a copy of what is there. */
    void read(Region from, long at) {
        for (int i = 0; i < BYTES; i += Integer.BYTES) {
            int word = from.int32(at + i);
            for (int j = 0; j < Integer.BYTES; j++) {
                bytes[i + j] = (byte) (word >>> j * Byte.SIZE);
            }
        }
    }

    void write(Region to, long at) {
        for (int i = 0; i < BYTES; i += Integer.BYTES) {
            to.setInt32(at + i, int32(i));
        }
    }
}
