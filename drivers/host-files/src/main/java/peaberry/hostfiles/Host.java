package peaberry.hostfiles;

import peaberry.file.FileSystem.Outcome;
import peaberry.runtime.Text;
import peaberry.virtio.ProtocolViolation;

/** The host's files by the requests of 9P2000.L. What is open there, or was gone to, has a number of the driver's choice, a <i>fid</i>. */
final class Host {

    private static final int STATFS = 8;
    private static final int OPEN = 12;
    private static final int CREATE = 14;
    private static final int READ_LINK = 22;
    private static final int GET_ATTRIBUTES = 24;
    private static final int SET_ATTRIBUTES = 26;
    private static final int READ_DIRECTORY = 40;
    private static final int SYNC = 50;
    private static final int MAKE_DIRECTORY = 72;
    private static final int RENAME_AT = 74;
    private static final int UNLINK_AT = 76;
    private static final int VERSION = 100;
    private static final int ATTACH = 104;
    private static final int WALK = 110;
    private static final int READ = 116;
    private static final int WRITE = 118;
    private static final int CLUNK = 120;

    private static final String DIALECT = "9P2000.L";
    private static final int NO_FID = -1;
    private static final long NOBODY = 0xFFFF_FFFFL;
    /** The type of a qid, and its version. */
    private static final int QID_HEAD = 5;
    /** All that is known of a file as {@code stat} has it. */
    private static final long BASIC = 0x7FF;

    /** Flags of Linux's open. */
    static final int READ_ONLY = 0;
    static final int READ_WRITE = 2;
    private static final int NEW = 0100 | 0200;
    private static final int FILE_PERMISSIONS = 0644;
    private static final int DIRECTORY_PERMISSIONS = 0755;
    private static final int REMOVE_DIRECTORY = 0x200;

    /** What is set of a file's attributes. */
    static final int SET_PERMISSIONS = 1;
    static final int SET_SIZE = 1 << 3;
    static final int SET_TIMES = 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8;
    static final int SET_MODIFIED_NOW = 1 << 5;

    private static final int DIRECTORY_PIECE = 1024;
    /** In which there is nothing but {@code .} and {@code ..}. */
    private static final int MOST_PIECES = 3;

    final Attributes attributes = new Attributes();
    /** Of the entry that was read last. */
    final Text entryName;
    private final Messages messages;
    private long entryNext;
    private long entryNumber;

    /** Of the file system: blocks of so many bytes, and numbers of these and of files. */
    long blockBytes;
    long blocks;
    long freeBlocks;
    long files;
    long freeFiles;

    Host(Wire wire, Text entryName) {
        messages = new Messages(wire);
        this.entryName = entryName;
    }

    /** Agrees on the protocol, and goes to the top of what is shared. @return whether that worked */
    boolean attach(int fid) {
        int error = messages.begin(VERSION, Messages.NO_TAG).putInt(Wire.MAX_BYTES).putText(DIALECT).send();
        if (error != 0) {
            return false;
        }
        long most = messages.takeInt();
        messages.takeText(entryName);
        if (most != Wire.MAX_BYTES || !entryName.is(DIALECT)) {
            return false;
        }
        return messages.begin(ATTACH).putInt(fid).putInt(NO_FID).putText("").putText("").putInt(NOBODY).send() == 0;
    }

    /** Goes from one place to another by a name, or none. @param newFid not in use */
    Outcome walk(int fid, int newFid, Text path, int from, int to) {
        messages.begin(WALK).putInt(fid).putInt(newFid).putShort(from < to ? 1 : 0);
        if (from < to) {
            messages.putText(path, from, to);
        }
        int error = messages.send();
        if (error == 0 && messages.takeShort() != (from < to ? 1 : 0)) {
            throw new ProtocolViolation("it went another way");
        }
        return outcome(error);
    }

    /** Forgets a fid, whether or not it is in use. */
    void forget(int fid) {
        messages.begin(CLUNK).putInt(fid).send();
    }

    Outcome look(int fid) {
        int error = messages.begin(GET_ATTRIBUTES).putInt(fid).putLong(BASIC).send();
        if (error == 0) {
            attributes.take(messages);
        }
        return outcome(error);
    }

    Outcome open(int fid, int flags) {
        return outcome(messages.begin(OPEN).putInt(fid).putInt(flags).send());
    }

    /** Makes a file in a directory; the fid is the file's then, and open. */
    Outcome create(int fid, Text name) {
        return outcome(messages.begin(CREATE).putInt(fid).putText(name).putInt(READ_WRITE | NEW).putInt(FILE_PERMISSIONS).putInt(0).send());
    }

    Outcome makeDirectory(int fid, Text name) {
        return outcome(messages.begin(MAKE_DIRECTORY).putInt(fid).putText(name).putInt(DIRECTORY_PERMISSIONS).putInt(0).send());
    }

    Outcome remove(int fid, Text name, boolean isDirectory) {
        return outcome(messages.begin(UNLINK_AT).putInt(fid).putText(name).putInt(isDirectory ? REMOVE_DIRECTORY : 0).send());
    }

    Outcome rename(int fid, Text name, int newFid, Text newName) {
        return outcome(messages.begin(RENAME_AT).putInt(fid).putText(name).putInt(newFid).putText(newName).send());
    }

    Outcome target(int fid, Text to) {
        int error = messages.begin(READ_LINK).putInt(fid).send();
        if (error == 0) {
            messages.takeText(to);
        }
        return outcome(error);
    }

    /** Sets some attributes. @param which of {@link #SET_PERMISSIONS} and the others */
    Outcome set(int fid, int which, int permissions, long size, long accessed, int accessedNanoseconds, long modified, int modifiedNanoseconds) {
        return outcome(messages.begin(SET_ATTRIBUTES).putInt(fid).putInt(which).putInt(permissions).putInt(NOBODY).putInt(NOBODY).putLong(size)
                .putLong(accessed).putLong(accessedNanoseconds).putLong(modified).putLong(modifiedNanoseconds).send());
    }

    Outcome sync(int fid) {
        return outcome(messages.begin(SYNC).putInt(fid).putInt(0).send());
    }

    /** Reads bytes of an open file. @return how many came; what failed is negative, and {@link #lastError} says why */
    int read(int fid, long position, int count) {
        lastError = messages.begin(READ).putInt(fid).putLong(position).putInt(count).send();
        if (lastError != 0) {
            return -1;
        }
        long came = messages.takeInt();
        if (came > count) {
            throw new ProtocolViolation("more than was asked for");
        }
        bytesAt = messages.takeBytes((int) came);
        return (int) came;
    }

    /** Where in the memory the bytes are that were read last. */
    long bytesAt;
    private int lastError;

    Outcome lastOutcome() {
        return outcome(lastError);
    }

    /** Where in the memory bytes are to be put that {@link #write} writes, so many. */
    long beginWrite(int fid, long position, int count) {
        return messages.begin(WRITE).putInt(fid).putLong(position).putInt(count).place();
    }

    /** @return how many were written; what failed is negative, and {@link #lastOutcome} says why */
    int write(int count) {
        lastError = messages.skip(count).send();
        if (lastError != 0) {
            return -1;
        }
        long written = messages.takeInt();
        if (written > count) {
            throw new ProtocolViolation("more than was written");
        }
        return (int) written;
    }

    /** Reads an entry of an open directory, but for {@code .} and {@code ..}. @param position 0, or {@link #entryNext} */
    Outcome list(int fid, long position) {
        long at = position;
        for (int pieces = 0; pieces < MOST_PIECES; pieces++) {
            int error = messages.begin(READ_DIRECTORY).putInt(fid).putLong(at).putInt(DIRECTORY_PIECE).send();
            if (error != 0) {
                return outcome(error);
            }
            long bytes = messages.takeInt();
            if (bytes == 0) {
                return Outcome.NOT_FOUND;
            }
            long before = at;
            while (messages.hasMore()) {
                messages.skipTaken(QID_HEAD);
                entryNumber = messages.takeLong() & NOBODY;
                at = messages.takeLong();
                messages.takeByte(); // the type, which is asked for when it matters
                messages.takeText(entryName);
                if (!entryName.is(".") && !entryName.is("..")) {
                    entryNext = at;
                    return at < 0 ? Outcome.DEVICE_ERROR : Outcome.DONE;
                }
            }
            if (at == before) {
                throw new ProtocolViolation("a directory that does not go on");
            }
        }
        throw new ProtocolViolation("a directory without names");
    }

    long entryNext() {
        return entryNext;
    }

    long entryNumber() {
        return entryNumber;
    }

    /** How much room there is. */
    Outcome space(int fid) {
        int error = messages.begin(STATFS).putInt(fid).send();
        if (error == 0) {
            messages.takeInt();
            blockBytes = messages.takeInt();
            blocks = messages.takeLong();
            messages.takeLong();
            freeBlocks = messages.takeLong();
            files = Math.max(0, messages.takeLong());
            freeFiles = Math.max(0, messages.takeLong());
        }
        return outcome(error);
    }

    /** What an error of Linux means (linux/include/uapi/asm-generic/errno-base.h and errno.h). */
    private static Outcome outcome(int error) {
        return switch (error) {
            case 0 -> Outcome.DONE;
            case 2 -> Outcome.NOT_FOUND;
            case 1, 13 -> Outcome.DENIED; // EPERM, EACCES
            case 30 -> Outcome.READ_ONLY;
            case 9 -> Outcome.NOT_OPEN;
            case 17 -> Outcome.EXISTS;
            case 18, 22 -> Outcome.NO_NAME; // EXDEV, EINVAL
            case 20 -> Outcome.NOT_A_DIRECTORY;
            case 21 -> Outcome.IS_A_DIRECTORY;
            case 28, 122 -> Outcome.NO_SPACE; // ENOSPC, EDQUOT
            case 36 -> Outcome.TOO_LONG;
            case 39 -> Outcome.NOT_EMPTY;
            case 40 -> Outcome.TOO_MANY_LINKS;
            default -> Outcome.DEVICE_ERROR;
        };
    }
}
