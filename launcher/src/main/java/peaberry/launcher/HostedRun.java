package peaberry.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import peaberry.image.HostedImage;
import peaberry.image.HostedMachine;

/** The system on the simulated machine, in this JVM, joined to the launcher's standard input and output. */
final class HostedRun {

    private HostedRun() {}

    /** The guest's exit status. Ends the JVM instead of returning when the user leaves or the time is up. */
    static int run(Options options, HostedImage image) throws Failure, IOException, InterruptedException {
        try (Terminal terminal = Terminal.isPresent() ? Terminal.raw() : null) {
            if (options.timeout() != null) {
                exitAfter(options.timeout());
            }
            return HostedMachine.run(image, options.memoryBytes(),
                    terminal == null ? new PipedInput(System.in) : new TerminalInput(terminal.report(), System.in, () -> System.exit(ExitStatus.LEFT)),
                    new FileOutputStream(FileDescriptor.out));
        }
    }

    private static void exitAfter(Duration time) {
        new Timer("timeout", true).schedule(new TimerTask() {
            @Override
            public void run() {
                System.exit(ExitStatus.TIMEOUT);
            }
        }, time.toMillis());
    }
}
