package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Text;

/**
 * Lists a directory, so that who goes on after it was changed misses nothing that was there all the time: where blocks may be split, in the order of the keys that are made of
 * names ({@link HashedEntries}); else in the order of blocks, in which nothing moves.
 */
public final class Listing {

    private static final long NONE = -1;

    private final Volume volume;
    private final Directory directory;
    private final DirectoryIndex index;
    private final DirectoryEntries entries;
    private final BlockMap map;
    private final HashedEntries sorted;
    private Inode inode;
    /** What is sorted: a block of a directory, as it was after so many operations, for positions from the first one on. */
    private long directoryNumber;
    private long leaf;
    private long operations = NONE;
    private long first;
    private long block;
    private long entry;
    private long next;

    public Listing(Volume volume) {
        this.volume = volume;
        directory = new Directory(volume);
        index = new DirectoryIndex(volume);
        entries = new DirectoryEntries(volume);
        map = new BlockMap(volume);
        sorted = new HashedEntries(volume);
        inode = new Inode(volume);
    }

    /**
     * Goes to an entry; those of the directory itself and of the one above it are left out.
     *
     * @param of       a directory
     * @param position 0, or {@link #next()} of the entry before
     * @return {@link Outcome#NOT_FOUND} if there is none any more
     */
    public Outcome seek(Inode of, long position) {
        inode = of;
        if (of.isIndexed()) {
            return isOnlyHere(position) ? takeSorted(position) : seekInLeaves(position);
        }
        boolean mayBeSplit = of.size() == volume.superblock().blockBytes() && volume.superblock().makesIndices();
        return mayBeSplit ? seekInBlock(position) : seekInOrder(position);
    }

    private Outcome seekInOrder(long position) {
        Outcome outcome = directory.seek(inode, position);
        while (outcome == Outcome.DONE && directory.isDots()) {
            outcome = directory.seek(inode, directory.next());
        }
        block = directory.entry();
        entry = 0;
        next = directory.next();
        return outcome;
    }

    private Outcome seekInBlock(long position) {
        if (isSorted(position)) {
            return takeSorted(position);
        }
        Outcome outcome = sort(0, volume.superblock().hashFunction(), position);
        return outcome == Outcome.DONE ? take(position) : outcome;
    }

    /** Names of one hash may be in several leaves in a row, in any order. */
    private Outcome seekInLeaves(long position) {
        Outcome outcome = index.find(inode, HashedEntries.hash(position));
        if (outcome != Outcome.DONE) {
            return outcome == Outcome.NOT_FOUND ? seekInOrder(position) : outcome;
        }
        long best = NONE;
        long where = 0;
        while (outcome == Outcome.DONE) {
            outcome = sort(index.leaf(), index.function(), position);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            int at = sorted.countBelow(position);
            if (at < sorted.count() && (best == NONE || sorted.key(at) < best)) {
                best = sorted.key(at);
                where = leaf;
            }
            outcome = best == NONE ? index.next() : index.advance(HashedEntries.hash(best));
        }
        if (outcome == Outcome.NOT_FOUND) {
            outcome = best == NONE || where == leaf ? Outcome.DONE : sort(where, index.function(), position);
        }
        return outcome == Outcome.DONE ? take(position) : outcome;
    }

    /** Whether what is sorted has the entry that is next. */
    private boolean isSorted(long position) {
        return operations == volume.transaction().operations() && directoryNumber == inode.number() && position >= first;
    }

    /** Whether it has, and no other leaf has names of that hash: it is neither its first nor its last one. */
    private boolean isOnlyHere(long position) {
        int at = isSorted(position) ? sorted.countBelow(position) : 0;
        return at > 0 && at < sorted.count() && HashedEntries.hash(position) != HashedEntries.hash(sorted.key(0))
                && HashedEntries.hash(sorted.key(at)) != HashedEntries.hash(sorted.key(sorted.count() - 1));
    }

    private Outcome takeSorted(long position) {
        Outcome outcome = locate(leaf);
        return outcome == Outcome.DONE ? take(position) : outcome;
    }

    private Outcome locate(long index) {
        volume.begin();
        block = map.locate(inode, index);
        return block == ChunkCache.NOWHERE ? map.outcome() : Outcome.DONE;
    }

    private Outcome sort(long of, int function, long position) {
        operations = NONE;
        Outcome outcome = locate(of);
        if (outcome == Outcome.DONE && !(entries.isSumRight(inode, block) && sorted.read(block, function))) {
            outcome = Outcome.DAMAGED;
        }
        if (outcome == Outcome.DONE) {
            operations = volume.transaction().operations();
            directoryNumber = inode.number();
            leaf = of;
            first = position;
        }
        return outcome;
    }

    private Outcome take(long position) {
        int index = sorted.countBelow(position);
        if (index == sorted.count()) {
            return Outcome.NOT_FOUND;
        }
        entry = sorted.offset(index);
        next = sorted.key(index) + 1;
        return Outcome.DONE;
    }

    /** The inode that the entry names. */
    public long number() {
        return entries.number(block + entry);
    }

    /** Appends its name. */
    public Text appendNameTo(Text text) {
        return entries.appendNameTo(text, block + entry);
    }

    /** The position behind it. */
    public long next() {
        return next;
    }
}
