package peaberry.churn;

import peaberry.runtime.RandomNumbers;
import peaberry.runtime.Text;

/**
 * What is done to the files of a disk, one operation after the other, and the same for the same seed: for the program that does it in the guest, and for whoever has to know on the
 * host what must be there after any number of them.
 *
 * <p>No operation changes bytes of a file that are there already. So what a file had in it after any operation is told by names and sizes alone.
 */
public final class Workload {

    /** How often everything that was done is to survive a loss of power. */
    public static final int SYNCS = 24;
    /** How many entries the directory {@link #MANY} gets. */
    public static final int ENTRIES = 10_000;
    /** The directory that is there besides numbered ones. */
    public static final int MANY = 0;
    /** How many numbered directories there are, from 1 on. */
    public static final int DIRECTORIES = 5;
    /** Bytes of the longest piece of a file that is written at once. */
    public static final int MOST_BYTES = 40_000;
    /** A file that is shortened ends with a block of the file system's. */
    public static final int BLOCK_BYTES = 4096;

    /** How many operations there are between two syncs beside those in the directory with many entries. */
    private static final int OPERATIONS = 40;
    private static final int FILES = 40;
    private static final int GROWING = SYNCS * 2 / 3;
    private static final int ENTRIES_AT_ONCE = ENTRIES / GROWING;
    private static final int REMOVED_AT_ONCE = ENTRIES / (SYNCS - GROWING) - 10;
    private static final long MOST_FILE_BYTES = 300_000;
    private static final long MIXER = 0x9E37_79B9_7F4A_7C15L;

    /** What is done. */
    public enum Kind {
        /** A directory is made. */
        MAKE_DIRECTORY,
        /** An empty file is made. */
        CREATE,
        /** Bytes are added to a file. */
        APPEND,
        /** A file becomes shorter. */
        SHORTEN,
        /** A file gets another name, maybe that of another one. */
        RENAME,
        /** A file is removed. */
        REMOVE,
        /** The disk's driver is killed. */
        KILL_DRIVER,
        /** The file server is killed when all that was changed is in its journal. */
        KILL_SERVER,
        /** Everything is to survive a loss of power. */
        SYNC,
        /** The file server is killed in the midst of what was not synced, and that is all. */
        END
    }

    private final RandomNumbers random = new RandomNumbers(1);
    private final int[] directories = new int[FILES];
    private final int[] names = new int[FILES];
    private final long[] sizes = new long[FILES];
    private int files;
    private int made;
    private long number;
    private int syncs;
    /** What is to be done before the next sync: in the directory with many entries, and elsewhere. */
    private int many;
    private int others;
    private int entries;
    private int removed;
    private Kind kind = Kind.SYNC;
    private int directory;
    private int name;
    private int newDirectory;
    private int newName;
    private long position;
    private int bytes;

    /** Begins. Once. @param seed not 0 */
    public Workload start(long seed) {
        random.restart(seed);
        begin();
        return this;
    }

    /** Goes to the next operation. @return whether there is one */
    public boolean next() {
        if (kind == Kind.END) {
            return false;
        }
        number++;
        if (number <= DIRECTORIES + 1) {
            kind = Kind.MAKE_DIRECTORY;
            directory = (int) number - 1;
        } else if (many + others == 0 && syncs == SYNCS) {
            kind = Kind.END;
        } else if (many + others == 0) {
            kind = Kind.SYNC;
            syncs++;
            begin();
        } else {
            choose();
        }
        return true;
    }

    private void begin() {
        many = syncs < GROWING ? ENTRIES_AT_ONCE : syncs < SYNCS ? REMOVED_AT_ONCE : 0;
        others = OPERATIONS;
    }

    /** Operations of both kinds are mixed. */
    private void choose() {
        if (random.below(many + others) < many) {
            many--;
            kind = syncs < GROWING ? Kind.CREATE : Kind.REMOVE;
            directory = MANY;
            name = syncs < GROWING ? entries++ : removed++;
            return;
        }
        others--;
        int what = random.below(20);
        if (files == 0 || what < 5 && files < FILES) {
            create();
        } else if (what < 12) {
            append(random.below(files));
        } else if (what < 14) {
            shorten(random.below(files));
        } else if (what < 17) {
            rename(random.below(files));
        } else if (what < 19) {
            remove(random.below(files));
        } else {
            kind = random.below(2) == 0 ? Kind.KILL_DRIVER : Kind.KILL_SERVER;
        }
    }

    private void create() {
        kind = Kind.CREATE;
        directory = 1 + random.below(DIRECTORIES);
        name = made++;
        directories[files] = directory;
        names[files] = name;
        sizes[files] = 0;
        files++;
    }

    private void append(int file) {
        take(file);
        if (sizes[file] > MOST_FILE_BYTES) {
            shorten(file);
            return;
        }
        kind = Kind.APPEND;
        position = sizes[file];
        bytes = 1 + random.below(random.below(3) == 0 ? MOST_BYTES : 3_000);
        sizes[file] += bytes;
    }

    private void shorten(int file) {
        take(file);
        kind = Kind.SHORTEN;
        position = random.below((int) (sizes[file] / BLOCK_BYTES) + 1) * (long) BLOCK_BYTES;
        sizes[file] = position;
    }

    private void rename(int file) {
        take(file);
        kind = Kind.RENAME;
        int other = random.below(files);
        if (random.below(2) == 0 || other == file) {
            newDirectory = 1 + random.below(DIRECTORIES);
            newName = made++;
        } else {
            newDirectory = directories[other];
            newName = names[other];
        }
        directories[file] = newDirectory;
        names[file] = newName;
        if (newName == names[other] && other != file) {
            forget(other);
        }
    }

    private void remove(int file) {
        take(file);
        kind = Kind.REMOVE;
        forget(file);
    }

    private void take(int file) {
        directory = directories[file];
        name = names[file];
    }

    private void forget(int file) {
        files--;
        directories[file] = directories[files];
        names[file] = names[files];
        sizes[file] = sizes[files];
    }

    /** How many operations there were, this one included: what an {@link Kind#APPEND} writes depends on it. */
    public long number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    /** The directory that is made, or that the file is in: {@link #MANY}, or 1 to {@link #DIRECTORIES}. */
    public int directory() {
        return directory;
    }

    /** The number that names the file. */
    public int name() {
        return name;
    }

    /** Of {@link Kind#RENAME}: the directory that the file is in then. */
    public int newDirectory() {
        return newDirectory;
    }

    /** Of {@link Kind#RENAME}: what names it then. */
    public int newName() {
        return newName;
    }

    /** Bytes of the file before {@link Kind#APPEND}, or after {@link Kind#SHORTEN}. */
    public long position() {
        return position;
    }

    /** How many bytes are added, 1 to {@link #MOST_BYTES}. */
    public int bytes() {
        return bytes;
    }

    /** The byte that operation {@code number} writes as the one at {@code position}. */
    public static int byteAt(long number, long position) {
        long mixed = (number << Integer.SIZE ^ position >>> 3) * MIXER;
        return (int) (mixed >>> 8 * (position & 7) & 0xFF);
    }

    /** Appends a directory's name. */
    public static Text appendDirectoryTo(Text text, int directory) {
        return directory == MANY ? text.append("many") : text.append("directory ").decimal(directory);
    }

    /** Appends a file's name: of different lengths. */
    public static Text appendNameTo(Text text, int name) {
        text.append("file ").decimal(name);
        return name % 5 == 0 ? text.append(", which has a longer name than others") : text;
    }
}
