package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Text;

/**
 * Finds entries of a directory. An index is in entries that are none, so one need not know of it to read all ({@link DirectoryIndex}).
 */
public final class Directory {

    private final Volume volume;
    private final BlockMap map;
    private final DirectoryEntries entries;
    private final DirectoryIndexNodes nodes;
    private final DirectoryIndex index;
    private Inode inode;
    /** Of the block in the directory; where it is in memory, and in it the entry, and what is behind that. */
    private long blockPosition;
    private long block;
    private long entry;
    private long following;

    public Directory(Volume volume) {
        this.volume = volume;
        map = new BlockMap(volume);
        entries = new DirectoryEntries(volume);
        nodes = new DirectoryIndexNodes(volume);
        index = new DirectoryIndex(volume);
        inode = new Inode(volume);
    }

    /**
     * Goes to an entry.
     *
     * @param of       a directory
     * @param position 0, or {@link #next()} of the entry before; at any other, the first entry behind it
     * @return {@link Outcome#NOT_FOUND} if there is none any more
     */
    public Outcome seek(Inode of, long position) {
        Outcome outcome = begin(of, position);
        while (outcome == Outcome.DONE) {
            outcome = advance();
            while (outcome == Outcome.DONE && entryPosition() < position) {
                outcome = advance();
            }
            if (outcome != Outcome.NOT_FOUND) {
                return outcome;
            }
            outcome = enter(blockPosition + volume.superblock().blockBytes());
        }
        return outcome;
    }

    /** Goes to the entry that names the directory above. */
    Outcome seekAbove(Inode of) {
        Outcome outcome = seek(of, 0);
        if (outcome == Outcome.DONE) {
            outcome = seek(of, next());
        }
        boolean isWrong = outcome == Outcome.NOT_FOUND || outcome == Outcome.DONE && !isDots();
        return isWrong ? Outcome.DAMAGED : outcome;
    }

    /** Finds the entry with a name. @param path where the name is, from {@code start} to {@code end} - 1 @return {@link Outcome#NOT_FOUND} if there is none */
    public Outcome find(Inode of, Text path, int start, int end) {
        if (of.isIndexed() && index.find(of, path, start, end) == Outcome.DONE) {
            return findByIndex(of, path, start, end);
        }
        Outcome outcome = begin(of, 0);
        while (outcome == Outcome.DONE) {
            outcome = findInBlock(path, start, end);
            if (outcome != Outcome.NOT_FOUND) {
                return outcome;
            }
            outcome = enter(blockPosition + volume.superblock().blockBytes());
        }
        return outcome;
    }

    private Outcome findByIndex(Inode of, Text path, int start, int end) {
        Outcome outcome;
        do {
            outcome = begin(of, index.leaf() * volume.superblock().blockBytes());
            if (outcome == Outcome.DONE) {
                outcome = findInBlock(path, start, end);
            }
            if (outcome != Outcome.NOT_FOUND) {
                return outcome;
            }
            outcome = index.advance();
        } while (outcome == Outcome.DONE);
        return outcome;
    }

    private Outcome findInBlock(Text path, int start, int end) {
        long found = entries.find(block, path, start, end);
        if (found < 0) {
            return found == DirectoryEntries.NONE ? Outcome.NOT_FOUND : Outcome.DAMAGED;
        }
        entry = found;
        following = entry + entries.length(entry);
        return Outcome.DONE;
    }

    private Outcome begin(Inode of, long position) {
        inode = of;
        return inode.size() > volume.totalBytes() ? Outcome.DAMAGED : enter(position - position % volume.superblock().blockBytes());
    }

    /** Goes to a block of the directory, checked. @return {@link Outcome#NOT_FOUND} if the directory ends before it */
    private Outcome enter(long position) {
        if (position >= inode.size()) {
            return Outcome.NOT_FOUND;
        }
        volume.begin();
        block = map.locate(inode, position / volume.superblock().blockBytes());
        blockPosition = position;
        following = block;
        if (block == ChunkCache.NOWHERE) {
            return map.outcome();
        }
        return isSumRight() ? Outcome.DONE : Outcome.DAMAGED;
    }

    /** Goes to the next entry of the block that names something. @return {@link Outcome#NOT_FOUND} if there is none */
    private Outcome advance() {
        long end = block + volume.superblock().blockBytes();
        while (following < end) {
            entry = following;
            if (!entries.isEntry(entry, end)) {
                return Outcome.DAMAGED;
            }
            following = entry + entries.length(entry);
            if (number() != 0) {
                return Outcome.DONE;
            }
        }
        return Outcome.NOT_FOUND;
    }

    /** Where the entry is in the directory. */
    long entryPosition() {
        return blockPosition + entry - block;
    }

    private boolean isSumRight() {
        boolean isOfIndex = inode.isIndexed() && nodes.isOfIndex(block, blockPosition == 0);
        return isOfIndex ? nodes.isSumRight(inode, block, blockPosition == 0) : entries.isSumRight(inode, block);
    }

    /** Where the entry is in memory. */
    long entry() {
        return entry;
    }

    /** The inode that the entry names. */
    public long number() {
        return entries.number(entry);
    }

    /** Bytes of its name. */
    public int nameLength() {
        return entries.nameLength(entry);
    }

    /** A byte of its name, signed. */
    public byte nameByte(int index) {
        return entries.nameByte(entry, index);
    }

    /** Whether there is nothing in a directory but itself and the one above it. */
    Outcome isEmpty(Inode of) {
        Outcome outcome = seek(of, 0);
        while (outcome == Outcome.DONE && isDots()) {
            outcome = seek(of, next());
        }
        return outcome == Outcome.NOT_FOUND ? Outcome.DONE : outcome == Outcome.DONE ? Outcome.NOT_EMPTY : outcome;
    }

    /** Whether it is the directory itself, or the one above it. */
    public boolean isDots() {
        return entries.isDots(entry);
    }

    /** The position behind it. */
    public long next() {
        return blockPosition + following - block;
    }
}
