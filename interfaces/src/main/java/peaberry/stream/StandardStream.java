package peaberry.stream;

import peaberry.abi.Rights;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.Text;

/**
 * A stream that a program was given when it was started, under a name such as {@code stdin}: a {@link ByteStream}; or a file, under that name with {@link #FILE} behind it, which is read
 * from its beginning and written at its end.
 */
public final class StandardStream {

    /** Behind the name, if it is a file. */
    public static final String FILE = "-file";
    /** There is nothing more to read. */
    public static final int END = -1;
    /** It did not work. */
    public static final int FAILED = -2;
    /** Of a terminal: Ctrl-C was typed. */
    public static final int INTERRUPTED = -3;

    private static final int HANDLE = 1;
    private static final Text ITSELF = new Text(0);

    private final Capability streamCapability;
    private final Capability fileCapability;
    private final ByteStreamClient stream;
    private final FileSystemClient file;
    private long position;
    private boolean isOpen;

    /** @param name of the stream, and the one with {@link #FILE} behind it */
    public StandardStream(String name, String fileName) {
        streamCapability = Grants.find(name);
        fileCapability = Grants.find(fileName);
        stream = new ByteStreamClient(streamCapability);
        file = new FileSystemClient(fileCapability);
    }

    /** Whether the program was given such a one. */
    public boolean exists() {
        return !streamCapability.isNone() || !fileCapability.isNone();
    }

    /** The capability of a {@link ByteStream}, to be handed on; none if it is a file. */
    public Capability stream() {
        return streamCapability;
    }

    /** The capability of a file, to be handed on; none if it is no file. */
    public Capability file() {
        return fileCapability;
    }

    /** Whether it is a terminal's. */
    public boolean isTerminal() {
        return !streamCapability.isNone() && stream.isTerminal() == ByteStream.Outcome.DONE && stream.isTerminalResult();
    }

    /** What is typed comes in that way, if it is a terminal's. @return {@code DONE}, or why not */
    public ByteStream.Outcome setMode(TerminalControl.Mode mode) {
        return streamCapability.isNone() ? ByteStream.Outcome.NO_TERMINAL : stream.setMode(mode);
    }

    /** Whether {@link #read} would not wait, as far as that is known: of what is no terminal's it is not. */
    public boolean isReadable() {
        return streamCapability.isNone() || stream.isReadable() != ByteStream.Outcome.DONE || stream.isReadableResult();
    }

    /** Reads some bytes, 1 at least. @return how many; {@link #END}, {@link #FAILED} or {@link #INTERRUPTED} */
    public int read(byte[] to, int offset, int count) {
        int most = Math.min(count, OwnBuffer.BYTES);
        int read = fileCapability.isNone() ? readStream(most) : readFile(most);
        if (read > 0) {
            OwnBuffer.get(to, offset, read);
        }
        return read;
    }

    private int readStream(int most) {
        ByteStream.Outcome outcome = stream.read(most, OwnBuffer.lend(most, Rights.WRITE), 0);
        OwnBuffer.takeBack();
        return switch (outcome) {
            case DONE -> stream.readResult();
            case END -> END;
            case INTERRUPTED -> INTERRUPTED;
            default -> FAILED;
        };
    }

    private int readFile(int most) {
        if (!open()) {
            return FAILED;
        }
        FileSystem.Outcome outcome = file.read(HANDLE, position, most, OwnBuffer.lend(most, Rights.WRITE), 0);
        OwnBuffer.takeBack();
        if (outcome != FileSystem.Outcome.DONE) {
            return FAILED;
        }
        position += file.readResult();
        return file.readResult() == 0 ? END : file.readResult();
    }

    /** Writes all of the bytes. @return {@code DONE}, {@code BROKEN} if nobody reads them any more, or another outcome if it did not work */
    public ByteStream.Outcome write(byte[] from, int offset, int count) {
        ByteStream.Outcome outcome = ByteStream.Outcome.DONE;
        for (int done = 0; done < count && outcome == ByteStream.Outcome.DONE; done += OwnBuffer.BYTES) {
            int here = Math.min(count - done, OwnBuffer.BYTES);
            OwnBuffer.put(from, offset + done, here);
            outcome = fileCapability.isNone() ? send(here) : append(here);
        }
        return outcome;
    }

    private ByteStream.Outcome send(int count) {
        ByteStream.Outcome outcome = stream.write(count, OwnBuffer.lend(count, Rights.READ), 0);
        OwnBuffer.takeBack();
        return outcome;
    }

    private ByteStream.Outcome append(int count) {
        if (!open()) {
            return ByteStream.Outcome.INVALID;
        }
        FileSystem.Outcome outcome = file.append(HANDLE, count, OwnBuffer.lend(count, Rights.READ), 0);
        OwnBuffer.takeBack();
        return outcome == FileSystem.Outcome.DONE ? ByteStream.Outcome.DONE : ByteStream.Outcome.INVALID;
    }

    private boolean open() {
        isOpen = isOpen || file.open(FileSystem.ROOT, ITSELF, HANDLE) == FileSystem.Outcome.DONE;
        return isOpen;
    }
}
