package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/**
 * Where the blocks of a file are on ext2 and ext3: twelve numbers, and then one of a block of numbers, one of a block of numbers of such blocks, and one of a level
 * more. Linux, Documentation/filesystems/ext4/blockmap.rst.
 */
final class BlockTable {

    private static final int DIRECT = 12;
    private static final int LEVELS = 3;

    private final Volume volume;
    private long block;

    BlockTable(Volume volume) {
        this.volume = volume;
    }

    Outcome find(Inode inode, long index) {
        if (index < DIRECT) {
            block = inode.map().int32(index * Integer.BYTES) & 0xFFFF_FFFFL;
            return Outcome.DONE;
        }
        long perBlock = volume.superblock().blockBytes() / Integer.BYTES;
        long rest = index - DIRECT;
        long span = perBlock;
        int level = 0;
        while (level < LEVELS && rest >= span) {
            rest -= span;
            span *= perBlock;
            level++;
        }
        block = level < LEVELS ? inode.map().int32((long) (DIRECT + level) * Integer.BYTES) & 0xFFFF_FFFFL : BlockMap.HOLE;
        while (span > 1 && block != BlockMap.HOLE) {
            span /= perBlock;
            long at = volume.find(block);
            if (at == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            block = volume.memory().int32(at + rest / span * Integer.BYTES) & 0xFFFF_FFFFL;
            rest %= span;
        }
        return Outcome.DONE;
    }

    long block() {
        return block;
    }
}
