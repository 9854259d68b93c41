package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/** The descriptors of the groups of blocks. Linux, Documentation/filesystems/ext4/group_descr.rst. */
final class GroupTable {

    private static final int INODE_TABLE = 0x8;
    private static final int FLAGS = 0x12;
    private static final int UNUSED_INODES = 0x1C;
    private static final int CHECKSUM = 0x1E;
    private static final int BEHIND_CHECKSUM = 0x20;
    private static final int INODE_TABLE_HIGH = 0x28;
    private static final int UNUSED_INODES_HIGH = 0x32;
    /** No inode of the group was ever used. */
    private static final int FLAG_NO_INODES = 0x1;
    private static final int CHECKSUM_MASK = 0xFFFF;

    private final Volume volume;
    private long inodeTable;
    private long usedInodes;

    GroupTable(Volume volume) {
        this.volume = volume;
    }

    /** Reads and checks a group's descriptor. @param group 0 to {@link Superblock#groups} - 1 */
    Outcome read(long group) {
        Superblock superblock = volume.superblock();
        long position = group * superblock.descriptorBytes();
        long block = volume.find(superblock.firstBlock() + 1 + position / superblock.blockBytes());
        if (block == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        Region memory = volume.memory();
        long at = block + position % superblock.blockBytes();
        if (!isSumRight(memory, at, group)) {
            return Outcome.DAMAGED;
        }
        long high = superblock.has(Feature.BITS_64) ? (long) memory.int32(at + INODE_TABLE_HIGH) << Integer.SIZE : 0;
        inodeTable = memory.int32(at + INODE_TABLE) & 0xFFFF_FFFFL | high;
        usedInodes = superblock.inodesInGroup() - unusedInodes(memory, at);
        return Outcome.DONE;
    }

    private long unusedInodes(Region memory, long at) {
        Superblock superblock = volume.superblock();
        if (!superblock.has(Feature.METADATA_CHECKSUMS) && !superblock.has(Feature.GROUP_CHECKSUMS)) {
            return 0;
        }
        if ((memory.unsignedShort(at + FLAGS) & FLAG_NO_INODES) != 0) {
            return superblock.inodesInGroup();
        }
        return memory.unsignedShort(at + UNUSED_INODES) | (superblock.has(Feature.BITS_64) ? (long) memory.unsignedShort(at + UNUSED_INODES_HIGH) << Short.SIZE : 0);
    }

    private boolean isSumRight(Region memory, long at, long group) {
        Superblock superblock = volume.superblock();
        int bytes = superblock.descriptorBytes();
        int noted = memory.unsignedShort(at + CHECKSUM);
        if (superblock.has(Feature.METADATA_CHECKSUMS)) {
            int sum = Crc32c.add(Crc32c.addInt(superblock.seed(), (int) group), memory, at, CHECKSUM);
            sum = Crc32c.add(Crc32c.addZeros(sum, Short.BYTES), memory, at + BEHIND_CHECKSUM, bytes - BEHIND_CHECKSUM);
            return (sum & CHECKSUM_MASK) == noted;
        }
        if (superblock.has(Feature.GROUP_CHECKSUMS)) {
            return Crc16.add(Crc16.add(Crc16.addInt(Crc16.of(superblock.identifier()), (int) group), memory, at, CHECKSUM), memory, at + BEHIND_CHECKSUM, bytes - BEHIND_CHECKSUM) == noted;
        }
        return true;
    }

    /** Of the group that was read: how many inodes were ever used, from its first one on; behind them is anything. May be negative. */
    long usedInodes() {
        return usedInodes;
    }

    /** Of the group that was read: the first block of its inodes; any number. */
    long inodeTable() {
        return inodeTable;
    }
}
