package peaberry.hosted;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import peaberry.abi.Timeout;
import peaberry.runtime.Grants;
import peaberry.runtime.Pause;
import peaberry.runtime.Program;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** What an ordinary program finds in place of {@link System}: a process's streams, and the process's end. Used by the process's own thread alone. */
public final class ProcessSystem {

    private static final Streams STREAMS = Streams.choose();
    private static final String SYSTEM = "system";
    private static final Thread OWNER = Thread.currentThread();
    private static final int BYTE = 0xFF;
    /** In a millisecond. */
    private static final long MICROSECONDS = 1000;

    /** Made when it is needed. */
    private static Pause pause;

    public static final PrintStream out = new PrintStream(new Output(false), true, StandardCharsets.UTF_8);
    public static final PrintStream err = new PrintStream(new Output(true), true, StandardCharsets.UTF_8);
    public static final InputStream in = new Input();

    private ProcessSystem() {
    }

    /** Ends the process, and with it the system, if it may. */
    public static void exit(int status) {
        STREAMS.flush();
        if (!Grants.find(SYSTEM).isNone()) {
            new SystemControlClient(SYSTEM).shutdown(Math.min(status & BYTE, SystemControl.MAX_STATUS));
        }
        Program.exit(status & BYTE);
        throw new IllegalStateException("the program has ended");
    }

    /** In place of {@link Thread#sleep(long)}: the process waits, and others go on. */
    public static void sleep(long milliseconds) {
        if (milliseconds < 0) {
            throw new IllegalArgumentException("a time that is over cannot be waited for");
        }
        requireOwner();
        STREAMS.flush();
        if (pause == null) {
            pause = new Pause();
            pause.open();
        }
        pause.microseconds(Math.min(milliseconds, Timeout.MAX_MICROSECONDS) * MICROSECONDS);
    }

    private static void requireOwner() {
        if (Thread.currentThread() != OWNER) {
            throw new IllegalStateException("on the simulated machine a process has one thread");
        }
    }

    private static final class Output extends OutputStream {

        private final boolean isError;

        Output(boolean isError) {
            this.isError = isError;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            requireOwner();
            STREAMS.write(isError, bytes, from, count);
        }

        @Override
        public void flush() {
            STREAMS.flush();
        }
    }

    private static final class Input extends InputStream {

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) == Streams.END ? Streams.END : one[0] & BYTE;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            requireOwner();
            STREAMS.flush();
            return count == 0 ? 0 : STREAMS.read(bytes, from, count);
        }
    }
}
