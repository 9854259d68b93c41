package peaberry.managed;

import peaberry.runtime.Grants;
import peaberry.stream.ByteStream;
import peaberry.stream.StandardStream;

/** The streams that whoever started the process gave it. What is written is handed over when a line ends, and before the program reads, sleeps or ends. */
final class GrantedStreams implements StandardStreams {

    /** The status of who writes what nobody reads: 128 and the number of SIGPIPE. */
    private static final int STATUS_BROKEN = 128 + 13;
    private static final int BYTES = 4096;
    private static final int END = -1;

    private static final String[] NAMES = {"stdin", "stdin-file", "stdout", "stdout-file", "stderr", "stderr-file"};

    private final StandardStream in = new StandardStream("stdin", "stdin-file");
    private final StandardStream out = new StandardStream("stdout", "stdout-file");
    private final StandardStream error = new StandardStream("stderr", "stderr-file");
    private final byte[] waiting = new byte[BYTES];
    private int waitingCount;
    private final byte[] read = new byte[BYTES];
    private int next;
    private int readCount;

    /** Whether the process was given any. */
    static boolean exist() {
        boolean exist = false;
        for (String name : NAMES) {
            exist |= !Grants.find(name).isNone();
        }
        return exist;
    }

    @Override
    public void write(boolean isError, byte[] bytes, int from, int count) {
        if (isError) {
            flush();
            send(error, bytes, from, count);
            return;
        }
        for (int i = from; i < from + count; i++) {
            if (waitingCount == BYTES) {
                flush();
            }
            waiting[waitingCount++] = bytes[i];
        }
        if (count > 0 && bytes[from + count - 1] == '\n') {
            flush();
        }
    }

    @Override
    public void flush() {
        int count = waitingCount;
        waitingCount = 0;
        send(out, waiting, 0, count);
    }

    private static void send(StandardStream to, byte[] bytes, int from, int count) {
        if (count > 0 && to.exists() && to.write(bytes, from, count) == ByteStream.Outcome.BROKEN) {
            Ending.CHOSEN.end(STATUS_BROKEN);
        }
    }

    @Override
    public int read() {
        if (next == readCount) {
            flush();
            next = 0;
            readCount = in.exists() ? Math.max(0, in.read(read, 0, BYTES)) : 0;
        }
        return readCount == 0 ? END : read[next++] & 0xFF;
    }
}
