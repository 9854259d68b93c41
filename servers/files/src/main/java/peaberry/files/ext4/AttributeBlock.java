package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/**
 * A block with extended attributes of files, which several files may share. Only how many they are is of interest here. Linux, Documentation/filesystems/ext4/attributes.rst.
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

    /** Whether a file's attributes, if it has any in a block, can be {@link #release}d. */
    Outcome check(Inode inode) {
        long block = inode.attributes();
        if (block == 0) {
            return Outcome.DONE;
        }
        if (block <= volume.superblock().firstBlock() || block >= volume.superblock().blocks()) {
            return Outcome.DAMAGED;
        }
        volume.begin();
        long at = volume.find(block);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        boolean isHeader = volume.memory().int32(at) == MAGIC && volume.memory().int32(at + BLOCKS) == 1 && files(at) >= 1;
        return isHeader && isSumRight(at, block) ? Outcome.DONE : Outcome.DAMAGED;
    }

    /** Takes the attributes from a file, as part of an operation. The inode is to be written after that. */
    Outcome release(Transaction transaction, Inode inode) {
        Outcome outcome = check(inode);
        long block = inode.attributes();
        if (outcome != Outcome.DONE || block == 0) {
            return outcome;
        }
        long at = transaction.change(block);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        if (files(at) == 1) {
            volume.freed().revoke(block);
        } else {
            volume.memory().setInt32(at + FILES, files(at) - 1);
            seal(at, block);
        }
        inode.addBlocks(-1);
        inode.setAttributes(0);
        return Outcome.DONE;
    }

    private int files(long at) {
        return volume.memory().int32(at + FILES);
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
