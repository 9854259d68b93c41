package peaberry.files;

import peaberry.file.FileSystem;
import peaberry.runtime.Region;

/**
 * What clients have open, in memory that outlives the server.
 *
 * <pre>
 * row of a client's handle   u32 inode, 0 if the handle is not in use; u32 the inode's generation, so that another file of that number is told from it
 * </pre>
 */
final class OpenFiles {

    static final int ROW_BYTES = 8;

    private static final int GENERATION = 4;
    private static final long NONE = 0;

    private final Region kept;

    OpenFiles(Region kept) {
        this.kept = kept;
    }

    /** Whether there is room for what a client opens. */
    boolean knows(int client) {
        return client >= 0 && row(client, FileSystem.HANDLES) <= kept.size();
    }

    void open(int client, int handle, long inode, int generation) {
        long row = row(client, handle);
        kept.setInt32(row, (int) NONE);
        kept.setInt32(row + GENERATION, generation);
        kept.setInt32(row, (int) inode);
    }

    void close(int client, int handle) {
        kept.setInt32(row(client, handle), (int) NONE);
    }

    boolean isOpen(int client, int handle) {
        return inode(client, handle) != NONE;
    }

    /** The inode's number. */
    long inode(int client, int handle) {
        return kept.int32(row(client, handle)) & 0xFFFF_FFFFL;
    }

    int generation(int client, int handle) {
        return kept.int32(row(client, handle) + GENERATION);
    }

    private static long row(int client, int handle) {
        return ((long) client * FileSystem.HANDLES + handle) * ROW_BYTES;
    }
}
