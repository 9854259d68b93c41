package peaberry.tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import peaberry.sh.system.BrokenPipeException;
import peaberry.sh.system.Channel;

/** Channels of the tests' system. Each has as many users as duplicates were made; the last one to close it closes what is behind it. */
final class TestChannel implements Channel {

    /** What is behind a channel. */
    interface Behind {

        int read(byte[] into, int offset, int length) throws IOException;

        void write(byte[] from, int offset, int length) throws IOException;

        void close();
    }

    private static final class Users {

        private final Behind behind;
        private int count;

        Users(Behind behind) {
            this.behind = behind;
        }

        synchronized void add(int difference) {
            count += difference;
            if (count == 0) {
                behind.close();
            }
        }
    }

    private final Users users;
    private boolean isClosed;

    TestChannel(Behind behind) {
        this(new Users(behind));
    }

    private TestChannel(Users users) {
        this.users = users;
        users.add(1);
    }

    TestChannel duplicate() {
        return new TestChannel(users);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return users.behind.read(into, offset, length);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        users.behind.write(from, offset, length);
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public void close() {
        if (isClosed) {
            throw new IllegalStateException("closed twice");
        }
        isClosed = true;
        users.add(-1);
    }

    /** A file of the host. */
    record File(FileChannel file) implements Behind {

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return file.read(ByteBuffer.wrap(into, offset, length));
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(from, offset, length);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Bytes to be read, or a place where what is written is collected. */
    static final class Memory implements Behind {

        private final byte[] content;
        private int next;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        Memory(byte... content) {
            this.content = content;
        }

        synchronized byte[] written() {
            return written.toByteArray();
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            int count = Math.min(length, content.length - next);
            System.arraycopy(content, next, into, offset, count);
            next += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) {
            written.write(from, offset, length);
        }

        @Override
        public void close() {
            // What was written is wanted later.
        }
    }

    /** What is in a pipe. */
    static final class Pipe {

        private static final int CAPACITY = 16 << 10;

        private final byte[] bytes = new byte[CAPACITY];
        private int first;
        private int count;
        private boolean isWritten = true;
        private boolean isRead = true;

        private synchronized int take(byte[] into, int offset, int length) throws IOException {
            while (count == 0 && isWritten) {
                await();
            }
            int taken = Math.min(length, count);
            for (int i = 0; i < taken; i++) {
                into[offset + i] = bytes[first];
                first = (first + 1) % CAPACITY;
            }
            count -= taken;
            notifyAll();
            return taken == 0 ? -1 : taken;
        }

        private synchronized void put(byte[] from, int offset, int length) throws IOException {
            for (int i = 0; i < length; i++) {
                while (count == CAPACITY && isRead) {
                    await();
                }
                if (!isRead) {
                    throw new BrokenPipeException();
                }
                bytes[(first + count++) % CAPACITY] = from[offset + i];
            }
            notifyAll();
        }

        private void await() throws IOException {
            try {
                notifyAll();
                wait();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private synchronized void end(boolean isReader) {
            isRead &= !isReader;
            isWritten &= isReader;
            notifyAll();
        }

        Behind end(PipeEnd end) {
            return new Behind() {

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    return take(into, offset, length);
                }

                @Override
                public void write(byte[] from, int offset, int length) throws IOException {
                    put(from, offset, length);
                }

                @Override
                public void close() {
                    end(end == PipeEnd.READING);
                }
            };
        }
    }

    enum PipeEnd { READING, WRITING }
}
