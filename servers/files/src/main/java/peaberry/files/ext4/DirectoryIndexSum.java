package peaberry.files.ext4;

import peaberry.runtime.Region;

/**
 * Checksums of the blocks of a directory's index. The first block of the directory is the root of the index; another is one of its nodes if it looks like one
 * entry that is none. Linux, Documentation/filesystems/ext4/directory.rst, "Hash Tree Directories".
 */
final class DirectoryIndexSum {

    private static final int ROOT_ENTRIES = 0x20;
    private static final int NODE_ENTRIES = 0x8;
    /** Where the entries begin is how many there may be, and here how many there are. */
    static final int COUNT = 2;
    static final int ENTRY_BYTES = 8;
    /** Behind the last entry that there may be: 4 bytes, and the checksum. */
    private static final int TAIL_SUM = 4;
    private static final int TAIL_BYTES = 8;

    private final Volume volume;
    private final DirectoryEntries entries;

    DirectoryIndexSum(Volume volume) {
        this.volume = volume;
        entries = new DirectoryEntries(volume);
    }

    /** Where the index's entries begin: in the root behind two entries of directories and a head, in a node behind one entry of directories. */
    static int entries(boolean isRoot) {
        return isRoot ? ROOT_ENTRIES : NODE_ENTRIES;
    }

    /** Whether a block of a directory that has an index belongs to it. @param block where it is in memory */
    boolean isOfIndex(long block, boolean isFirst) {
        return isFirst || entries.number(block) == 0 && entries.length(block) == volume.superblock().blockBytes();
    }

    boolean isRight(Inode inode, long block, boolean isFirst) {
        Region memory = volume.memory();
        int begin = entries(isFirst);
        int most = memory.unsignedShort(block + begin);
        int count = memory.unsignedShort(block + begin + COUNT);
        int tail = begin + most * ENTRY_BYTES;
        if (count > most || tail + TAIL_BYTES > volume.superblock().blockBytes()) {
            return false;
        }
        return sum(inode, block, begin) == memory.int32(block + tail + TAIL_SUM);
    }

    /** Makes it right. */
    void set(Inode inode, long block, boolean isFirst) {
        int begin = entries(isFirst);
        int tail = begin + volume.memory().unsignedShort(block + begin) * ENTRY_BYTES;
        volume.memory().setInt32(block + tail + TAIL_SUM, sum(inode, block, begin));
    }

    private int sum(Inode inode, long block, int begin) {
        Region memory = volume.memory();
        int tail = begin + memory.unsignedShort(block + begin) * ENTRY_BYTES;
        int sum = Crc32c.add(inode.sumOfNumber(), memory, block, begin + (long) memory.unsignedShort(block + begin + COUNT) * ENTRY_BYTES);
        return Crc32c.addZeros(Crc32c.add(sum, memory, block + tail, TAIL_SUM), Integer.BYTES);
    }
}
