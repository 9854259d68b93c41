package peaberry.posix;

import java.io.IOException;
import peaberry.abi.Rights;
import peaberry.file.FileSystem.Outcome;
import peaberry.posix.Tree.Handle;
import peaberry.runtime.OwnBuffer;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OpenMode;

/** An open file. */
final class OpenFile implements Channel {

    private final Tree tree;
    private final Handle handle;
    private final OpenMode mode;
    private final String path;
    private long position;
    private boolean isClosed;

    OpenFile(Tree tree, Handle handle, OpenMode mode, String path) {
        this.tree = tree;
        this.handle = handle;
        this.mode = mode;
        this.path = path;
    }

    /** Whether nothing of it can be changed through this. */
    boolean isReadOnly() {
        return mode == OpenMode.READ;
    }

    /** Each write goes to its end, as those of a program do that is given it; so what both write stands one behind the other. */
    private boolean appends() {
        return mode != OpenMode.READ && mode != OpenMode.READ_WRITE;
    }

    Handle handle() {
        return handle;
    }

    /** Where it is read next. */
    long position() {
        return position;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int most = Math.min(length, OwnBuffer.BYTES);
        Outcome outcome = handle.files().read(handle.number(), position, most, OwnBuffer.lend(most, Rights.WRITE), 0);
        OwnBuffer.takeBack();
        if (outcome != Outcome.DONE) {
            throw Tree.failure(outcome);
        }
        int count = handle.files().readResult();
        OwnBuffer.get(into, offset, count);
        position += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += OwnBuffer.BYTES) {
            int here = Math.min(length - done, OwnBuffer.BYTES);
            OwnBuffer.put(from, offset + done, here);
            Outcome outcome = appends() ? handle.files().append(handle.number(), here, OwnBuffer.lend(here, Rights.READ), 0)
                    : handle.files().write(handle.number(), position, here, OwnBuffer.lend(here, Rights.READ), 0);
            OwnBuffer.takeBack();
            if (outcome != Outcome.DONE) {
                throw Tree.refused(path, outcome);
            }
            position += here;
        }
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            tree.close(handle);
        }
    }
}
