package peaberry.files.ext4;

import peaberry.abi.ByteSource;
import peaberry.runtime.Region;

/** The part of an inode that says where its blocks are, or where a short link leads: a copy. Numbers of 16 and 32 bits in it are where they are aligned. */
final class InodeMap implements ByteSource {

    static final int BYTES = 60;

    private static final int SHIFT = 2;

    private final int[] words = new int[BYTES >>> SHIFT];

    @Override
    public long size() {
        return BYTES;
    }

    @Override
    public int unsignedByte(long offset) {
        return offset >= 0 && offset < BYTES ? words[(int) offset >>> SHIFT] >>> shift(offset) & 0xFF : 0;
    }

    @Override
    public int unsignedShort(long offset) {
        return words[(int) offset >>> SHIFT] >>> shift(offset) & 0xFFFF;
    }

    @Override
    public int int32(long offset) {
        return words[(int) offset >>> SHIFT];
    }

    void set(long offset, int value) {
        int word = (int) offset >>> SHIFT;
        words[word] = words[word] & ~(0xFF << shift(offset)) | (value & 0xFF) << shift(offset);
    }

    private static int shift(long offset) {
        return (int) (offset & Integer.BYTES - 1) * Byte.SIZE;
    }

    void clear() {
        for (int i = 0; i < words.length; i++) {
            words[i] = 0;
        }
    }

    /** Becomes a copy of what is there. */
    void read(Region from, long at) {
        for (int i = 0; i < words.length; i++) {
            words[i] = from.int32(at + ((long) i << SHIFT));
        }
    }

    void write(Region to, long at) {
        for (int i = 0; i < words.length; i++) {
            to.setInt32(at + ((long) i << SHIFT), words[i]);
        }
    }
}
