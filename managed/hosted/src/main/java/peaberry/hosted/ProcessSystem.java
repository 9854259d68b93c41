package peaberry.hosted;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import peaberry.console.Terminal;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** What an ordinary program finds in place of {@link System}: a process's streams, and the process's end. Used by the process's own thread alone. */
public final class ProcessSystem {

    private static final Terminal TERMINAL = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final Thread OWNER = Thread.currentThread();
    private static final int BYTE = 0xFF;

    public static final PrintStream out = new PrintStream(new Output(), true, StandardCharsets.UTF_8);
    public static final PrintStream err = new PrintStream(new Output(), true, StandardCharsets.UTF_8);
    public static final InputStream in = new Input();

    private ProcessSystem() {
    }

    /** Ends the process, and with it the system, if it may. */
    public static void exit(int status) {
        TERMINAL.flush();
        SYSTEM.shutdown(Math.min(status & BYTE, SystemControl.MAX_STATUS));
        throw new IllegalStateException("the program has ended");
    }

    private static void requireOwner() {
        if (Thread.currentThread() != OWNER) {
            throw new IllegalStateException("on the simulated machine a process has one thread");
        }
    }

    private static final class Output extends OutputStream {

        @Override
        public void write(int value) {
            requireOwner();
            TERMINAL.printByte(value);
        }

        @Override
        public void flush() {
            TERMINAL.flush();
        }
    }

    /** What is typed is shown, since nobody else does that. Ctrl-D is the end. */
    private static final class Input extends InputStream {

        private static final int CONTROL_D = 4;
        private static final int END = -1;

        @Override
        public int read() {
            requireOwner();
            int typed = TERMINAL.read();
            if (typed == CONTROL_D) {
                return END;
            }
            int read = typed == '\r' ? '\n' : typed;
            TERMINAL.printByte(read).flush();
            return read;
        }

        /** Returns at the end of a line, since nobody knows when the next one comes. */
        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int done = 0;
            int next = 0;
            while (done < count && next != '\n') {
                next = read();
                if (next == END) {
                    return done == 0 ? END : done;
                }
                bytes[from + done++] = (byte) next;
            }
            return done;
        }
    }
}
