package peaberry.sh.system;

/**
 * What is known of a file. The rights are those of who asks.
 *
 * @param identity the same for two paths of one file, and only then; what is behind the colon is its number, if there is one
 * @param modified nanoseconds since 1970
 */
public record FileStatus(Kind kind, String identity, long size, long modified, boolean readable, boolean writable, boolean executable, Details details) {

    /** What a file can be. */
    public enum Kind { REGULAR, DIRECTORY, LINK, PIPE, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE }

    /**
     * What seldom matters.
     *
     * @param permissions 0 to 07777, as POSIX has them
     * @param links how many names it has
     * @param used bytes that it takes on the disk
     * @param accessed when it was read, in nanoseconds since 1970
     * @param changed when something was changed about it, in the same
     */
    public record Details(int permissions, long owner, long group, int links, long used, long accessed, long changed) {
    }

    /** Of something of which no more is known: everybody has the same rights. */
    public FileStatus(Kind kind, String identity, long size, long modified, boolean readable, boolean writable, boolean executable) {
        this(kind, identity, size, modified, readable, writable, executable,
                new Details((readable ? 0444 : 0) | (writable ? 0222 : 0) | (executable ? 0111 : 0), 0, 0, 1, 0, modified, modified));
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it can be started. */
    public boolean isProgram() {
        return kind == Kind.REGULAR && executable;
    }

    public int permissions() {
        return details.permissions;
    }

    public long owner() {
        return details.owner;
    }

    public long group() {
        return details.group;
    }

    /** Bytes that it takes on the disk. */
    public long used() {
        return details.used;
    }
}
