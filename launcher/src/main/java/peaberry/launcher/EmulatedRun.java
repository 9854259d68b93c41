package peaberry.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One guest under QEMU, joined to the launcher's standard input and output until it ends. */
final class EmulatedRun {

    private final Options options;
    private final Process emulator;
    private volatile boolean left;
    private volatile boolean outputClosed;
    private volatile boolean guestPrinted;

    private EmulatedRun(Options options, Process emulator) {
        this.options = options;
        this.emulator = emulator;
    }

    /**
     * Runs QEMU to its end.
     *
     * @return the status of {@code ./peaberry run}
     * @throws Failure if QEMU did not run the guest at all
     */
    static int run(Options options, List<String> command) throws Failure, IOException, InterruptedException {
        try (Terminal terminal = Terminal.isPresent() ? Terminal.raw() : null) {
            Process emulator = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Thread killer = new Thread(emulator::destroyForcibly, "emulator killer");
            Runtime.getRuntime().addShutdownHook(killer);
            int status = new EmulatedRun(options, emulator).join(terminal == null ? null : terminal.report());
            Runtime.getRuntime().removeShutdownHook(killer);
            return status;
        }
    }

    /** @param report of the terminal; null if there is none */
    private int join(byte[] report) throws Failure, InterruptedException {
        Thread screen = new Thread(this::show, "screen");
        screen.start();
        Keys.carry(report != null ? new TerminalInput(report, System.in, this::leave) : new PipedInput(System.in),
                emulator.getOutputStream());
        boolean ended = true;
        if (options.timeout() == null) {
            emulator.waitFor();
        } else {
            ended = emulator.waitFor(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                emulator.destroyForcibly(); // of one that has ended it would drop what was not read yet
            }
        }
        screen.join();
        if (outputClosed) {
            throw new Failure("standard output was closed, so the run was ended");
        }
        if (left) {
            return ExitStatus.LEFT;
        }
        return ended ? ExitStatus.ofEmulator(emulator.waitFor(), guestPrinted) : ExitStatus.TIMEOUT;
    }

    private void leave() {
        left = true;
        emulator.destroyForcibly(); // asked to end, QEMU would say so
    }

    /** Copies what the guest prints, at once and unchanged. */
    private void show() {
        OutputStream screen = new FileOutputStream(FileDescriptor.out);
        InputStream guest = emulator.getInputStream();
        byte[] piece = new byte[4096];
        try {
            for (int count = guest.read(piece); count >= 0; count = guest.read(piece)) {
                guestPrinted = true;
                if (!write(screen, piece, count)) {
                    outputClosed = true;
                    emulator.destroyForcibly();
                    return;
                }
            }
        } catch (IOException e) {
            // The emulator was killed between two reads; its status tells.
            return;
        }
    }

    private static boolean write(OutputStream screen, byte[] piece, int count) {
        try {
            screen.write(piece, 0, count);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
