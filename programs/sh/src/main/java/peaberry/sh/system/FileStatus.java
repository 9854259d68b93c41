package peaberry.sh.system;

/**
 * What is known of a file. The rights are those of who asks.
 *
 * @param identity the same for two paths of one file, and only then
 * @param modified nanoseconds since 1970
 */
public record FileStatus(Kind kind, String identity, long size, long modified, boolean readable, boolean writable, boolean executable) {

    /** What a file can be. */
    public enum Kind { REGULAR, DIRECTORY, LINK, PIPE, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it can be started. */
    public boolean isProgram() {
        return kind == Kind.REGULAR && executable;
    }
}
