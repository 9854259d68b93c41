package org.teavm.classlib.java.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.teavm.runtime.fs.VirtualFile;
import org.teavm.runtime.fs.VirtualFileAccessor;
import peaberry.managed.Permission;

/** In place of TeaVM's class of this name, which does not say why a file cannot be opened. */
public class TFileOutputStream extends OutputStream {

    private final byte[] single = new byte[1];
    private VirtualFileAccessor accessor;

    public TFileOutputStream(TFile file) throws FileNotFoundException {
        this(file, false);
    }

    public TFileOutputStream(String path) throws FileNotFoundException {
        this(new TFile(path));
    }

    public TFileOutputStream(String path, boolean append) throws FileNotFoundException {
        this(new TFile(path), append);
    }

    public TFileOutputStream(TFile file, boolean append) throws FileNotFoundException {
        VirtualFile there = file.findVirtualFile();
        if (there != null && !there.exists()) {
            make(file);
        }
        accessor = there != null && there.isFile() ? there.createAccessor(false, true, append) : null;
        if (accessor == null) {
            throw new FileNotFoundException(Permission.whyNotWritten(file.getPath(), file.getAbsolutePath()));
        }
    }

    public TFileOutputStream(VirtualFileAccessor accessor) {
        this.accessor = accessor;
    }

    private static void make(TFile file) throws FileNotFoundException {
        VirtualFile parent = file.findParentFile();
        try {
            if (parent != null && parent.isDirectory()) {
                parent.createFile(file.getName());
            }
        } catch (IOException failure) {
            throw new FileNotFoundException(Permission.whyNotWritten(file.getPath(), file.getAbsolutePath()));
        }
    }

    @Override
    public void write(int value) throws IOException {
        single[0] = (byte) value;
        open().write(single, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        open().write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
        open().flush();
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
