package peaberry.managed;

import java.io.IOException;
import org.teavm.runtime.fs.VirtualFileAccessor;
import peaberry.abi.Rights;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Text;

/** A file that is open, and a position in it. */
final class OpenFile implements VirtualFileAccessor {

    private final String path;
    private final int tree;
    private final FileSystemClient client;
    private final int handle;
    private final boolean isSynced;
    private int position;

    /** @param rest the path in the tree @param isSynced whether what was written survives a loss of power after {@link #flush} @throws IOException if it cannot be opened */
    OpenFile(String path, int tree, Text rest, boolean isSynced) throws IOException {
        this.path = path;
        this.isSynced = isSynced;
        this.tree = tree;
        client = Trees.client(tree);
        handle = Trees.takeHandle(tree);
        Outcome outcome = client.open(FileSystem.ROOT, rest, handle);
        if (outcome != Outcome.DONE) {
            Trees.giveBackHandle(tree, handle);
            Trees.require(outcome, path);
        }
    }

    /** @return how many bytes were read: fewer than {@code count} only at the end */
    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int done = 0;
        int last;
        do {
            int piece = Math.min(count - done, FileSystem.MAX_BYTES);
            if (piece == 0) {
                return done;
            }
            Outcome outcome = client.read(handle, position, piece, LentArray.lend(buffer, offset + done, piece, Rights.WRITE), 0);
            LentArray.takeBack();
            Trees.require(outcome, path);
            last = client.readResult();
            done += last;
            position += last;
        } while (last == FileSystem.MAX_BYTES);
        return done;
    }

    @Override
    public void write(byte[] buffer, int offset, int count) throws IOException {
        for (int done = 0; done < count;) {
            int piece = Math.min(count - done, FileSystem.MAX_BYTES);
            Outcome outcome = client.write(handle, position, piece, LentArray.lend(buffer, offset + done, piece, Rights.READ), 0);
            LentArray.takeBack();
            Trees.require(outcome, path);
            done += piece;
            position += piece;
        }
    }

    @Override
    public int tell() {
        return position;
    }

    @Override
    public void seek(int target) {
        position = target;
    }

    @Override
    public void skip(int amount) {
        position += amount;
    }

    @Override
    public int size() throws IOException {
        Trees.require(client.look(handle, new Text(0), true), path);
        return (int) Math.min(client.lookSize(), Integer.MAX_VALUE);
    }

    @Override
    public void resize(int size) throws IOException {
        Trees.require(client.resize(handle, size), path);
    }

    @Override
    public void close() {
        Trees.giveBackHandle(tree, handle);
    }

    @Override
    public void flush() throws IOException {
        if (isSynced) {
            Trees.require(client.syncFile(handle), path);
        }
    }
}
