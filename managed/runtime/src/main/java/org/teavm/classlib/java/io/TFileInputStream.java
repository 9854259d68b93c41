package org.teavm.classlib.java.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.teavm.runtime.fs.VirtualFile;
import org.teavm.runtime.fs.VirtualFileAccessor;
import peaberry.managed.Permission;

/** In place of TeaVM's class of this name, which takes bytes from 128 on for negative numbers. */
public class TFileInputStream extends InputStream {

    private static final int END = -1;

    private final byte[] single = new byte[1];
    private VirtualFileAccessor accessor;

    public TFileInputStream(TFile file) throws FileNotFoundException {
        VirtualFile there = file.findVirtualFile();
        accessor = there != null && there.isFile() ? there.createAccessor(true, false, false) : null;
        if (accessor == null) {
            throw new FileNotFoundException(Permission.whyNotRead(file.getPath(), file.getAbsolutePath()));
        }
    }

    public TFileInputStream(String path) throws FileNotFoundException {
        this(new TFile(path));
    }

    public TFileInputStream(VirtualFileAccessor accessor) {
        this.accessor = accessor;
    }

    @Override
    public int read() throws IOException {
        return open().read(single, 0, 1) == 0 ? END : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        int read = count == 0 ? 0 : open().read(bytes, from, count);
        return read == 0 && count > 0 ? END : read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        int skipped = (int) Math.max(0, Math.min(bytes, available()));
        open().skip(skipped);
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return Math.max(0, open().size() - open().tell());
    }

    @Override
    public void close() throws IOException {
        if (accessor != null) {
            accessor.close();
        }
        accessor = null;
    }

    private VirtualFileAccessor open() throws IOException {
        if (accessor == null) {
            throw new IOException("Stream Closed");
        }
        return accessor;
    }
}
