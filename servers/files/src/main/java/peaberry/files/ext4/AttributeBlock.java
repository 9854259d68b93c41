package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/**
 * A block with attributes that others gave files, which several files may share. Only how many they are is of interest here. Linux, Documentation/filesystems/ext4/attributes.rst.
 *
 * <pre>
 * header   u32 0xEA020000, u32 how many files have it, u32 how many blocks: 1, u32, u32 checksum
 * </pre>
 */
final class AttributeBlock {

    private static final int MAGIC = 0xEA02_0000;
    private static final int FILES = 4;
    private static final int BLOCKS = 8;
    private static final int CHECKSUM = 16;

    private final Volume volume;

    AttributeBlock(Volume volume) {
        this.volume = volume;
    }

    /** Takes a file's attributes that are in a block, as part of an operation. The inode is to be written after that. */
    Outcome take(Transaction transaction, Inode inode) {
        long block = inode.attributes();
        Superblock superblock = volume.superblock();
        if (block == 0) {
            return Outcome.DONE;
        }
        if (block <= superblock.firstBlock() || block >= superblock.blocks()) {
            return Outcome.DAMAGED;
        }
        volume.begin();
        long at = transaction.change(block);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        int files = volume.memory().int32(at + FILES);
        if (volume.memory().int32(at) != MAGIC || volume.memory().int32(at + BLOCKS) != 1 || files < 1 || !isSumRight(at, block)) {
            return Outcome.DAMAGED;
        }
        if (files == 1) {
            volume.freed().touch((block - superblock.firstBlock()) / superblock.blocksInGroup());
            volume.freed().revoke(block);
        } else {
            volume.memory().setInt32(at + FILES, files - 1);
            seal(at, block);
        }
        inode.addBlocks(-1);
        inode.setAttributes(0);
        return Outcome.DONE;
    }

    private boolean isSumRight(long at, long block) {
        return !volume.superblock().has(Feature.METADATA_CHECKSUMS) || volume.memory().int32(at + CHECKSUM) == sum(at, block);
    }

    private void seal(long at, long block) {
        if (volume.superblock().has(Feature.METADATA_CHECKSUMS)) {
            volume.memory().setInt32(at + CHECKSUM, sum(at, block));
        }
    }

    private int sum(long at, long block) {
        int sum = Crc32c.addInt(Crc32c.addInt(volume.superblock().seed(), (int) block), (int) (block >>> Integer.SIZE));
        sum = Crc32c.addZeros(Crc32c.add(sum, volume.memory(), at, CHECKSUM), Integer.BYTES);
        int behind = CHECKSUM + Integer.BYTES;
        return Crc32c.add(sum, volume.memory(), at + behind, (long) volume.superblock().blockBytes() - behind);
    }
}
