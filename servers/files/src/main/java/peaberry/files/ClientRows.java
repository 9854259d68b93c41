package peaberry.files;

import peaberry.file.FileSystem;
import peaberry.files.ext4.Changes;
import peaberry.runtime.Region;
import peaberry.runtime.Time;

/**
 * What is known of clients, in memory that outlives the server: of each {@link OpenFiles its handles} and, if it is no process, {@link Trees what it was given}. All of it is zero at
 * first. Before that is the last generation that a new file got: none is given twice in a boot, whatever becomes of the server, so nobody's handle or tree is ever another file's.
 */
final class ClientRows implements Changes.Generations {

    static final int HANDLE_BYTES = 8;
    static final int TREE_BYTES = 28;
    private static final int HEADER_BYTES = 8;
    private static final int CLIENT_BYTES = FileSystem.HANDLES * HANDLE_BYTES + TREE_BYTES;

    private final Region kept;

    ClientRows(Region kept) {
        this.kept = kept;
    }

    /** The first one of a boot is any number. */
    @Override
    public int next() {
        int last = kept.int32(0);
        kept.setInt32(0, last == 0 ? (int) Time.ticks() : last + 1);
        return kept.int32(0);
    }

    Region memory() {
        return kept;
    }

    /** Clients are 0 to this, less one. */
    int clients() {
        return (int) Math.min(1 << Short.SIZE, (kept.size() - HEADER_BYTES) / CLIENT_BYTES);
    }

    /** Where what is known of a client's handle is. */
    long handle(int client, int handle) {
        return HEADER_BYTES + (long) client * CLIENT_BYTES + (long) handle * HANDLE_BYTES;
    }

    /** Where what a client was given is. */
    long tree(int client) {
        return handle(client, FileSystem.HANDLES);
    }
}
