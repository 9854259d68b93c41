package peaberry.files;

import peaberry.file.FileSystem;
import peaberry.runtime.Region;

/** What is known of clients, in memory that outlives the server: of each {@link OpenFiles its handles} and, if it is no process, {@link Trees what it was given}. All of it is zero at first. */
final class ClientRows {

    static final int HANDLE_BYTES = 8;
    static final int TREE_BYTES = 24;
    private static final int CLIENT_BYTES = FileSystem.HANDLES * HANDLE_BYTES + TREE_BYTES;

    private final Region kept;

    ClientRows(Region kept) {
        this.kept = kept;
    }

    Region memory() {
        return kept;
    }

    /** Clients are 0 to this, less one. */
    int clients() {
        return (int) Math.min(1 << Short.SIZE, kept.size() / CLIENT_BYTES);
    }

    /** Where what is known of a client's handle is. */
    long handle(int client, int handle) {
        return (long) client * CLIENT_BYTES + (long) handle * HANDLE_BYTES;
    }

    /** Where what a client was given is. */
    long tree(int client) {
        return handle(client, FileSystem.HANDLES);
    }
}
