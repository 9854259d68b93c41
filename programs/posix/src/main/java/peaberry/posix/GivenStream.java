package peaberry.posix;

import java.io.IOException;
import peaberry.sh.system.BrokenPipeException;
import peaberry.sh.system.InterruptedReadException;
import peaberry.sh.system.TerminalChannel;
import peaberry.stream.ByteStream;
import peaberry.stream.StandardStream;
import peaberry.stream.TerminalControl;

/** A stream that the process was given when it was started. */
final class GivenStream implements TerminalChannel {

    private final StandardStream stream;

    GivenStream(String name) {
        stream = new StandardStream(name, name + StandardStream.FILE);
    }

    boolean exists() {
        return stream.exists();
    }

    StandardStream stream() {
        return stream;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = stream.read(into, offset, length);
        if (read == StandardStream.FAILED) {
            throw new IOException("it cannot be read");
        }
        if (read == StandardStream.INTERRUPTED) {
            throw new InterruptedReadException();
        }
        return read;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        ByteStream.Outcome outcome = stream.write(from, offset, length);
        if (outcome == ByteStream.Outcome.BROKEN) {
            throw new BrokenPipeException();
        }
        if (outcome != ByteStream.Outcome.DONE) {
            throw new IOException("it cannot be written");
        }
    }

    @Override
    public boolean isTerminal() {
        return stream.isTerminal();
    }

    @Override
    public void setMode(Mode mode) throws IOException {
        ByteStream.Outcome outcome = stream.setMode(switch (mode) {
            case LINES -> TerminalControl.Mode.LINES;
            case INTERRUPTIBLE_KEYS -> TerminalControl.Mode.INTERRUPTIBLE_KEYS;
            case KEYS -> TerminalControl.Mode.KEYS;
        });
        if (outcome != ByteStream.Outcome.DONE) {
            throw new IOException("it is no terminal");
        }
    }

    @Override
    public boolean isReadable() {
        return stream.isReadable();
    }

    @Override
    public void close() {
        // It is there as long as the process.
    }
}
