package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/**
 * The journal as a file. Linux, Documentation/filesystems/ext4/journal.rst.
 *
 * <pre>
 * each block       u32 magic, u32 type, u32 transaction; all big-endian
 * 1, descriptor    what the blocks behind it are ({@link JournalTags})
 * 2, commit        the transaction counts from here on; at 16 its checksum
 * 5, revocations   u32 bytes in use; from 16 on numbers of blocks that earlier transactions, and this one, are not to write
 * </pre>
 */
final class JournalFile {

    static final int TYPE = 4;
    static final int SEQUENCE = 8;
    static final int DESCRIPTOR = 1;
    static final int COMMIT = 2;
    static final int REVOCATIONS = 5;
    static final int REVOKED_BYTES = 12;
    static final int REVOKED = 16;

    private static final int COMMIT_SUM = 16;

    private final Volume volume;
    private final Inode inode;
    private final BlockMap map;
    private final JournalSuperblock head = new JournalSuperblock();

    JournalFile(Volume volume) {
        this.volume = volume;
        inode = new Inode(volume);
        map = new BlockMap(volume);
    }

    /** Finds the file, and reads its {@link #head()}. {@link Outcome#UNKNOWN_FORMAT} if nobody here understands that. */
    Outcome open() {
        Outcome outcome = inode.read(volume.superblock().journalInode());
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long at = find(0);
        if (at == ChunkCache.NOWHERE) {
            return outcome();
        }
        int blockBytes = volume.superblock().blockBytes();
        return head.read(volume.memory(), at, blockBytes, inode.size() / blockBytes) ? Outcome.DONE : Outcome.UNKNOWN_FORMAT;
    }

    /** What the journal says about itself. */
    JournalSuperblock head() {
        return head;
    }

    /** Where a block of the file is in memory; {@link ChunkCache#NOWHERE} if it cannot be had: {@link #outcome} says why. */
    long find(long block) {
        volume.begin();
        return map.locate(inode, block);
    }

    /** Finds where a block of the file is on the disk: {@link #place}. */
    Outcome locate(long block) {
        volume.begin();
        Outcome outcome = map.find(inode, block);
        return outcome == Outcome.DONE && map.block() == BlockMap.HOLE ? Outcome.DAMAGED : outcome;
    }

    /** Where the block is on the disk that was found last. */
    long place() {
        return map.block();
    }

    /** How the last {@link #find} ended. */
    Outcome outcome() {
        return map.outcome();
    }

    /**
     * Has the journal say where what counts begins.
     *
     * @param sequence of the transaction to come
     * @param start    its first block; 0 if there is nothing to be replayed: that survives a loss of power when this returns
     */
    Outcome writeHead(int sequence, long start) {
        long at = find(0);
        if (at == ChunkCache.NOWHERE) {
            return outcome();
        }
        head.begin(volume.memory(), at, sequence, start);
        return start == 0 ? volume.writeThrough(place(), at) : volume.write(place(), at);
    }

    /** Whether a block of the journal that is none of the file system's is as it was written. @param at where it is in memory */
    boolean isSumRight(long at) {
        return !head.hasChecksums() || sum(at) == JournalSuperblock.big(volume.memory(), at + sumOffset(at));
    }

    /** Makes the checksum right of such a block. */
    void seal(long at) {
        if (head.hasChecksums()) {
            volume.memory().setInt32(at + sumOffset(at), Integer.reverseBytes(sum(at)));
        }
    }

    private int sum(long at) {
        Region memory = volume.memory();
        int position = sumOffset(at);
        int sum = Crc32c.addZeros(Crc32c.add(head.seed(), memory, at, position), Integer.BYTES);
        return Crc32c.add(sum, memory, at + position + Integer.BYTES, (long) volume.superblock().blockBytes() - position - Integer.BYTES);
    }

    private int sumOffset(long at) {
        return JournalSuperblock.big(volume.memory(), at + TYPE) == COMMIT ? COMMIT_SUM : volume.superblock().blockBytes() - Integer.BYTES;
    }

    /** What the checksum in a tag covers: the transaction's number, and a block as it is in the journal. */
    int sumOfCopy(int sequence, long at) {
        return Crc32c.add(Crc32c.addInt(head.seed(), Integer.reverseBytes(sequence)), volume.memory(), at, volume.superblock().blockBytes());
    }
}
