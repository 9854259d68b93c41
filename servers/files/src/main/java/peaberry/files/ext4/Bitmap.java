package peaberry.files.ext4;

import peaberry.runtime.Region;

/** A block with a bit for each block, or inode, of a group: 1 if it is in use. Linux, Documentation/filesystems/ext4/bitmaps.rst. */
final class Bitmap {

    /** In place of a bit. */
    static final long NONE = -1;

    private static final int ALL = 0xFF;

    private final Volume volume;

    Bitmap(Volume volume) {
        this.volume = volume;
    }

    /** @param at where the block is in memory; the same below */
    boolean isFree(long at, long bit) {
        return (volume.memory().unsignedByte(at + bit / Byte.SIZE) >>> bit % Byte.SIZE & 1) == 0;
    }

    void set(long at, long bit) {
        Region memory = volume.memory();
        memory.setByte(at + bit / Byte.SIZE, memory.unsignedByte(at + bit / Byte.SIZE) | 1 << bit % Byte.SIZE);
    }

    void clear(long at, long bit) {
        Region memory = volume.memory();
        memory.setByte(at + bit / Byte.SIZE, memory.unsignedByte(at + bit / Byte.SIZE) & ~(1 << bit % Byte.SIZE));
    }

    /** The first bit from {@code from} on that is free; {@link #NONE} if there is none. @param bits how many count, a multiple of 8 */
    long search(long at, long from, long bits) {
        long bit = from;
        while (bit < bits) {
            if (bit % Long.SIZE == 0 && volume.memory().int64(at + bit / Byte.SIZE) == -1) {
                bit += Long.SIZE;
            } else if (isFree(at, bit)) {
                return bit;
            } else {
                bit++;
            }
        }
        return NONE;
    }

    /** Sets all bits behind those that count, as they have to be. */
    void end(long at, long bits) {
        for (long i = bits / Byte.SIZE; i < volume.superblock().blockBytes(); i++) {
            volume.memory().setByte(at + i, ALL);
        }
    }
}
