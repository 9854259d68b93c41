package peaberry.sh.system;

import java.io.IOException;
import java.util.List;

/** What the machine does for tools that change files, and not only what is in them. All paths are absolute. What fails changes nothing. */
public interface FileChanges {

    /** Permissions that new files and directories do not get, as POSIX's {@code umask}. */
    int mask();

    /** Makes an empty directory. @param permissions 0 to 07777, without those of the {@link #mask} */
    void makeDirectory(String path, int permissions) throws IOException;

    /** Takes a name away, which is no directory's; a link itself. */
    void remove(String path) throws IOException;

    /** Takes an empty directory away. */
    void removeDirectory(String path) throws IOException;

    /**
     * Gives something another name, in place of what has that name.
     *
     * @throws OtherFileSystemException if it would have to be copied
     */
    void rename(String path, String newPath) throws IOException;

    /** Gives a file a name more. */
    void link(String path, String newPath) throws IOException;

    /** Makes a symbolic link. @param target where it leads, which is not looked at */
    void symbolicLink(String target, String path) throws IOException;

    /** Where a symbolic link leads, as it was written. */
    String readLink(String path) throws IOException;

    /** Sets who may do what. Links are followed. @param permissions 0 to 07777 */
    void setPermissions(String path, int permissions) throws IOException;

    /** Sets whose a file is. @param follow whether a link is followed, or is what is meant */
    void setOwner(String path, long owner, long group, boolean follow) throws IOException;

    /** Sets when a file was read and when it was changed, in nanoseconds since 1970. Links are followed. */
    void setTimes(String path, long accessed, long modified) throws IOException;

    /** How much room there is where a path leads. */
    Space space(String path) throws IOException;

    /** Where files are mounted. */
    List<String> mounts();

    /**
     * Room in a file system.
     *
     * @param place where it is mounted
     * @param total bytes
     * @param free bytes of it
     * @param nodes how many files, directories and links there can be
     * @param freeNodes how many more
     */
    record Space(String place, long total, long free, long nodes, long freeNodes) {
    }

    /** Something cannot get a name in another file system. */
    final class OtherFileSystemException extends IOException {

        private static final long serialVersionUID = 1;

        public OtherFileSystemException() {
            super("that is in another file system");
        }
    }
}
