package peaberry.files;

import peaberry.file.FileSystem;
import peaberry.runtime.Region;

/**
 * What clients have open, in memory that outlives the server.
 *
 * <pre>
 * row of a client's handle   u32 inode, 0 if the handle is not in use; u32 the inode's generation, so that another file of that number is told from it
 * row of its handle 0        u32 what became of its changes: 0 all are synced, 1 some are not, 2 some were not when the server died; u32 what it may do with what is open: bit <i>n</i>
 *                            read handle <i>n</i>, bit 16 + <i>n</i> write it
 * </pre>
 */
final class OpenFiles {

    private static final int GENERATION = 4;
    private static final int RIGHTS = 4;
    private static final int WRITE_SHIFT = FileSystem.HANDLES;
    private static final long NONE = 0;
    private static final int SYNCED = 0;
    private static final int UNSYNCED = 1;
    private static final int LOST = 2;

    private final ClientRows rows;
    private final Region kept;
    /** No client from here on changed anything since the last {@link #settle}. */
    private int changedEnd;

    OpenFiles(ClientRows rows) {
        this.rows = rows;
        kept = rows.memory();
    }

    /** Whether there is room for what a client opens. */
    boolean knows(int client) {
        return client >= 0 && client < rows.clients();
    }

    /** @param rights what the client may do with it from now on: {@link Identity#READ}, {@link Identity#WRITE} */
    void open(int client, int handle, long inode, int generation, int rights) {
        long row = row(client, handle);
        long all = row(client, FileSystem.ROOT) + RIGHTS;
        int read = (rights & Identity.READ) != 0 ? 1 << handle : 0;
        int write = (rights & Identity.WRITE) != 0 ? 1 << handle + WRITE_SHIFT : 0;
        kept.setInt32(row, (int) NONE);
        kept.setInt32(row + GENERATION, generation);
        kept.setInt32(all, kept.int32(all) & ~(1 << handle | 1 << handle + WRITE_SHIFT) | read | write);
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

    /** Whether the client might read it when it opened it. */
    boolean mayRead(int client, int handle) {
        return (rights(client) >>> handle & 1) != 0;
    }

    /** Whether the client might write it when it opened it. */
    boolean mayWrite(int client, int handle) {
        return (rights(client) >>> handle + WRITE_SHIFT & 1) != 0;
    }

    private int rights(int client) {
        return kept.int32(row(client, FileSystem.ROOT) + RIGHTS);
    }

    /** A client's number is another's from now on. */
    void forget(int client) {
        for (int handle = 0; handle < FileSystem.HANDLES; handle++) {
            close(client, handle);
        }
    }

    /** The server begins: what was not synced is lost. */
    void begin() {
        replace(rows.clients(), LOST);
    }

    /** A client changed something. */
    void noteChange(int client) {
        changedEnd = Math.max(changedEnd, client + 1);
        if (kept.int32(row(client, FileSystem.ROOT)) != LOST) {
            kept.setInt32(row(client, FileSystem.ROOT), UNSYNCED);
        }
    }

    /** All changes are synced. */
    void settle() {
        replace(changedEnd, SYNCED);
        changedEnd = 0;
    }

    /** Whether changes of a client were lost, which is told once. */
    boolean takeLoss(int client) {
        boolean lost = kept.int32(row(client, FileSystem.ROOT)) == LOST;
        if (lost) {
            kept.setInt32(row(client, FileSystem.ROOT), SYNCED);
        }
        return lost;
    }

    /** What is not synced becomes another state, of clients up to one. */
    private void replace(int endOfClients, int other) {
        for (int client = 0; client < endOfClients; client++) {
            if (kept.int32(row(client, FileSystem.ROOT)) == UNSYNCED) {
                kept.setInt32(row(client, FileSystem.ROOT), other);
            }
        }
    }

    private long row(int client, int handle) {
        return rows.handle(client, handle);
    }
}
