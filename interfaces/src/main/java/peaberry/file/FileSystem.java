package peaberry.file;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;
import peaberry.runtime.Window;

/**
 * Files and directories. A client reaches what is below {@link #ROOT}, the directory that it was given, and nothing else: neither {@code ..} nor a link
 * leads out of it. What it opened has a handle, a number that it chooses, and stays open when the server is made anew.
 *
 * <p>A client acts as the system, and may do all that it reaches, or as a person with a number and a group, whom permissions limit as POSIX says: to search a directory for a name; to read or
 * write what it opens, at that time; to write and search a directory whose names are changed. In a directory with the sticky bit (01000) only who owns that or the file takes away a file's name.
 *
 * <p>A path is names with {@code /} between them, from a directory that is named by a handle. An empty one is that directory. One that begins with
 * {@code /} begins there, too, and so does a link that does. A name is up to {@link #MAX_NAME} bytes of any kind but {@code /} and 0.
 */
@Interface(outcomes = FileSystem.Outcome.class)
public interface FileSystem {

    /** The handle of the directory that the client was given. It is always open. */
    int ROOT = 0;
    /** Handles of a client are 0 to this, less one. */
    int HANDLES = 16;
    /** Trees that a client gives to others are numbered 0 to this, less one. */
    int TREES = 64;
    /** Bytes of the longest path. */
    int MAX_PATH = 512;
    /** Bytes of the longest name. */
    int MAX_NAME = 255;
    /** Bytes of the longest target of a link that can be read. */
    int MAX_TARGET = 512;
    /** Bytes of the largest file. */
    long MAX_SIZE = 1L << 40;
    /** Of the times that can be noted, in seconds since the beginning of 1970: of 1901, and of 2446. */
    long FIRST_SECOND = -(1L << 31);
    long LAST_SECOND = (1L << 34) - (1L << 31) - 1;
    /** What a client may do with something, as bits: read or list it. */
    int MAY_READ = 4;
    /** Write it, or change the names in it. */
    int MAY_WRITE = 2;
    /** Search a directory for a name; or run a file, which is not the server's affair. */
    int MAY_SEARCH = 1;
    /** The most bytes of one request. */
    int MAX_BYTES = 64 << 10;

    /**
     * Looks at what a path leads to.
     *
     * @param from   a directory's handle
     * @param follow whether a link at the end is followed; links on the way always are
     */
    @Idempotent
    Node look(@Range(max = HANDLES - 1) int from, @Size(MAX_PATH) Text path, boolean follow);

    /**
     * Opens what a path leads to, links followed. What a person may do with it, reading, listing, writing, is decided now, and whatever becomes of permissions later; what she may not is
     * {@link Outcome#DENIED} when it is tried.
     *
     * @param handle which it is to have, in place of what had it before
     */
    @Idempotent
    void open(@Range(max = HANDLES - 1) int from, @Size(MAX_PATH) Text path, @Range(min = 1, max = HANDLES - 1) int handle);

    /** Gives up a handle, whether or not it is in use. */
    @Idempotent
    void close(@Range(min = 1, max = HANDLES - 1) int handle);

    /**
     * Reads bytes of an open file.
     *
     * @param position of the first one
     * @param to       where they go, of which it needs the right to write
     * @param offset   in the window, of the first byte
     * @return how many were read: less than {@code count} only at the end of the file
     */
    @Idempotent
    @Range(max = MAX_BYTES)
    int read(@Range(min = 1, max = HANDLES - 1) int handle, @Range(max = Long.MAX_VALUE) long position, @Range(min = 1, max = MAX_BYTES) int count, Window to,
            @Range(max = Long.MAX_VALUE) long offset);

    /**
     * One entry of an open directory, in no order. {@code .} and {@code ..} are not among them. What is added or removed meanwhile may be seen or not; all others are, once.
     *
     * @param position 0, or {@code next} of the entry before
     */
    @Idempotent
    Entry list(@Range(max = HANDLES - 1) int handle, @Range(max = Long.MAX_VALUE) long position);

    /**
     * Writes bytes of an open file, which becomes longer if they reach beyond its end. They survive a loss of power after {@link #sync}.
     *
     * @param position of the first one
     * @param from     where they come from, of which it needs the right to read
     * @param offset   in the window, of the first byte
     */
    @Idempotent
    void write(@Range(min = 1, max = HANDLES - 1) int handle, @Range(max = MAX_SIZE) long position, @Range(min = 1, max = MAX_BYTES) int count, Window from,
            @Range(max = Long.MAX_VALUE) long offset);

    /** Gives an open file another size: what is added is zeros. */
    @Idempotent
    void resize(@Range(min = 1, max = HANDLES - 1) int handle, @Range(max = MAX_SIZE) long size);

    /**
     * Writes bytes behind the last one of an open file, whatever others write meanwhile.
     *
     * @param from   where they come from, of which it needs the right to read
     * @param offset in the window, of the first byte
     * @return the position of the first one
     */
    @Range(max = Long.MAX_VALUE)
    long append(@Range(min = 1, max = HANDLES - 1) int handle, @Range(min = 1, max = MAX_BYTES) int count, Window from, @Range(max = Long.MAX_VALUE) long offset);

    /** Says that an open file, or directory, was changed just now: a person, of what is hers or what she may write. */
    @Idempotent
    void touch(@Range(max = HANDLES - 1) int handle);

    /**
     * Says who may do what with an open file or directory, as with POSIX. A person may say it of what is hers. The bits that elsewhere have a program act as another one are noted, mean nothing,
     * and go when the file is written or is somebody else's.
     */
    @Idempotent
    void setPermissions(@Range(max = HANDLES - 1) int handle, @Range(max = 07777) int permissions);

    /** Says whose an open file or directory is. A person gives nothing away: of what is hers she can say what is so already, or that it is her group's. */
    @Idempotent
    void setOwner(@Range(max = HANDLES - 1) int handle, @Range(max = 0xFFFF_FFFFL) long owner, @Range(max = 0xFFFF_FFFFL) long group);

    /** Says when an open file or directory was read, and when its contents were changed, as in {@link Node}: a person, of what is hers. */
    @Idempotent
    void setTimes(@Range(max = HANDLES - 1) int handle, @Range(min = FIRST_SECOND, max = LAST_SECOND) long accessed, @Range(max = 999_999_999) int accessedNanoseconds,
            @Range(min = FIRST_SECOND, max = LAST_SECOND) long modified, @Range(max = 999_999_999) int modifiedNanoseconds);

    /** Makes an empty file or directory. @param directory a handle */
    void create(@Range(max = HANDLES - 1) int directory, @Size(MAX_NAME) Text name, boolean isDirectory);

    /** Makes a link. @param target where it leads: not looked at */
    void link(@Range(max = HANDLES - 1) int directory, @Size(MAX_NAME) Text name, @Size(MAX_TARGET) Text target);

    /** Gives an open file a name more: a person, to what is hers or what she may read and write. */
    void addName(@Range(min = 1, max = HANDLES - 1) int handle, @Range(max = HANDLES - 1) int directory, @Size(MAX_NAME) Text name);

    /** Takes a name out of a directory. What has no name any more is gone, also for whoever has it open. @param isDirectory whether it is to be an empty directory, or anything else */
    void remove(@Range(max = HANDLES - 1) int directory, @Size(MAX_NAME) Text name, boolean isDirectory);

    /** Gives something another name, in place of what has that name: that is gone then. After a loss of power it has one of the two names. */
    void rename(@Range(max = HANDLES - 1) int directory, @Size(MAX_NAME) Text name, @Range(max = HANDLES - 1) int newDirectory, @Size(MAX_NAME) Text newName);

    /** Answered when everything that was changed before survives a loss of power; with {@link Outcome#LOST} if some of what the client changed before does not, and is not there any more. */
    void sync();

    /** The same, sooner, of an open file or directory: what was changed before of others may survive, too. */
    void syncFile(@Range(max = HANDLES - 1) int handle);

    /** Where the link leads that a path leads to: its bytes, whatever they are. */
    @Idempotent
    @Size(MAX_TARGET)
    Text target(@Range(max = HANDLES - 1) int from, @Size(MAX_PATH) Text path);

    /**
     * Gives what is below an open directory, or an open file, to somebody else: who gets the capability, whichever way, is a client of its own. It reaches that and nothing else, and what
     * was given is its handle {@link #ROOT}; a path from a file is empty. It may give parts of it to others in turn, a few.
     *
     * @param number   by which the giver can take it back, in place of what it gave by that number before, which is taken back now
     * @param readOnly whether nothing can be changed through it; what comes from who can change nothing is so in any case
     */
    @Idempotent
    Capability give(@Range(max = HANDLES - 1) int handle, @Range(max = TREES - 1) int number, boolean readOnly);

    /**
     * As {@link #give}, to somebody who acts as a person: permissions limit her, and what she makes is hers. Who acts as a person gives to the same person only; with {@link #give} it is always
     * the giver's identity that goes on.
     *
     * @param owner her number; 0 is a person as any other
     * @param group her group
     */
    @Idempotent
    Capability giveAs(@Range(max = HANDLES - 1) int handle, @Range(max = TREES - 1) int number, boolean readOnly, @Range(max = 0xFFFF_FFFFL) long owner,
            @Range(max = 0xFFFF_FFFFL) long group);

    /** Takes back what was given, and what was given of that: who has it finds nothing open any more, neither handle {@link #ROOT} nor what was opened from there. */
    @Idempotent
    void takeBack(@Range(max = TREES - 1) int number);

    /** How much room there is. */
    @Idempotent
    Space space();

    /** Why the disk has no file system that is known, in a user's words, from the verb on; empty if it has one. */
    @Idempotent
    @Size(MAX_NAME)
    Text problem();

    /** What something in a directory is. */
    enum NodeType { FILE, DIRECTORY, LINK, CHARACTER_DEVICE, BLOCK_DEVICE, PIPE, SOCKET }

    /**
     * A file, directory or link.
     *
     * @param number      which no other one has
     * @param permissions as with POSIX: 0 to 07777
     * @param links       how many names it has
     * @param size        bytes
     * @param used        bytes that it takes on the disk
     * @param accessed    when it was read, in seconds since the beginning of 1970 (UTC); the same of {@code modified}, when its contents were changed, and
     *                    {@code changed}, when something was changed about it
     * @param allowed     what the client may do with it now: {@link #MAY_READ}, {@link #MAY_WRITE}, {@link #MAY_SEARCH}; to the system everything is allowed but to run a file that nobody may
     */
    record Node(@Range(max = 0xFFFF_FFFFL) long number, NodeType type, @Range(max = 07777) int permissions, @Range(max = 0xFFFF_FFFFL) long owner,
            @Range(max = 0xFFFF_FFFFL) long group, @Range(max = 0xFFFF) int links, @Range(max = Long.MAX_VALUE) long size, @Range(max = Long.MAX_VALUE) long used,
            long accessed, @Range(max = 999_999_999) int accessedNanoseconds, long modified, @Range(max = 999_999_999) int modifiedNanoseconds,
            long changed, @Range(max = 999_999_999) int changedNanoseconds, @Range(max = 7) int allowed) {
    }

    /**
     * An entry of a directory.
     *
     * @param next   the position of the one after it
     * @param number of what it names
     */
    record Entry(@Range(max = Long.MAX_VALUE) long next, @Range(max = 0xFFFF_FFFFL) long number, @Size(MAX_NAME) Text name) {
    }

    /**
     * Room, in bytes.
     *
     * @param total for files and what the format needs for them
     * @param free  of it
     * @param nodes how many files, directories and links there can be
     * @param freeNodes how many more
     * @param writable whether anything can be changed
     */
    record Space(@Range(max = Long.MAX_VALUE) long total, @Range(max = Long.MAX_VALUE) long free, @Range(max = Long.MAX_VALUE) long nodes,
            @Range(max = Long.MAX_VALUE) long freeNodes, boolean writable) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** The path leads to nothing, or there is no further entry. */
        NOT_FOUND,
        /** Something on the way, or that is to be a directory, is none. */
        NOT_A_DIRECTORY,
        /** What is to be a file is none. */
        NOT_A_FILE,
        /** What is to be a link is none. */
        NOT_A_LINK,
        /** Links lead to links, without end or too often. */
        TOO_MANY_LINKS,
        /** A name, or a path with the links on its way, is too long. */
        TOO_LONG,
        /** The handle is not in use, or what it was for is gone or was taken back. */
        NOT_OPEN,
        /** The window is too small, does not allow this, or is no window; of what was to be read or written over, a part may have been. */
        BAD_WINDOW,
        /** What is on the disk contradicts itself, or its checksums. */
        DAMAGED,
        /** The disk, what it is formatted as, or what the client was given, is only to be read. */
        READ_ONLY,
        /** The client acts as a person, and permissions do not allow her this. */
        DENIED,
        /** Something of that name is there already. */
        EXISTS,
        /** The directory is not empty. */
        NOT_EMPTY,
        /** What is to be a file is a directory. */
        IS_A_DIRECTORY,
        /** A directory cannot come to be within itself. */
        WITHIN_ITSELF,
        /** It is no name: it is empty, {@code .} or {@code ..}, or has a {@code /} or 0 in it. */
        NO_NAME,
        /** Some of what the client changed since it last synced was lost with the server. It is told once. */
        LOST,
        /** There is no room left, on the disk or for what is given. */
        NO_SPACE,
        /** The device tried and failed, or what it brought was found to be wrong. */
        DEVICE_ERROR,
        /** There is no disk. */
        NO_DISK,
        /** There is no file system that is known on the disk: {@link #problem} says why. */
        UNKNOWN_FORMAT
    }
}
