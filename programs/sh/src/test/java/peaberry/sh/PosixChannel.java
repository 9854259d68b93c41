package peaberry.sh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import peaberry.sh.system.Channel;

/** A descriptor of this process. */
final class PosixChannel implements Channel {

    private static final long MILLISECOND = 1_000_000;
    private static final Object COUNT = new Object();
    private static int open;

    private final int descriptor;
    private boolean closed;

    PosixChannel(int descriptor) {
        this.descriptor = descriptor;
        synchronized (COUNT) {
            open++;
        }
    }

    /** Waits until all are closed. @param patience that only a mistake exhausts @return how many are not closed then */
    static int awaitClosed(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (COUNT) {
            for (long left = patience.toMillis(); open > 0 && left > 0; left = (end - System.nanoTime()) / MILLISECOND) {
                COUNT.wait(left);
            }
            return open;
        }
    }

    /** A file in memory. */
    static PosixChannel inMemory() throws IOException {
        return new PosixChannel(Libc.memory());
    }

    int descriptor() {
        return descriptor;
    }

    PosixChannel duplicate() {
        try {
            return new PosixChannel(Libc.duplicate(descriptor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of a file, from its beginning. */
    byte[] content() throws IOException {
        Libc.rewind(descriptor);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = read(buffer, 0, buffer.length); read > 0; read = read(buffer, 0, buffer.length)) {
            content.write(buffer, 0, read);
        }
        return content.toByteArray();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = Libc.read(descriptor, into, offset, length);
        return read == 0 && length > 0 ? -1 : read;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        Libc.write(descriptor, from, offset, length);
    }

    @Override
    public boolean isTerminal() {
        return Libc.isTerminal(descriptor);
    }

    /** Closing one twice is a mistake of the shell, which might close somebody else's. */
    @Override
    public void close() {
        if (closed) {
            throw new IllegalStateException("closed twice");
        }
        closed = true;
        synchronized (COUNT) {
            open--;
            COUNT.notifyAll();
        }
        try {
            Libc.close(descriptor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
