package peaberry.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/**
 * A guest with a single program, whose standard streams are the launcher's. A terminal stays as it is: it collects lines and shows what is typed, and Ctrl-C ends the launcher, which takes the guest
 * with it.
 */
final class ProgramRun {

    private final Process emulator;
    private volatile boolean late;

    private ProgramRun(Process emulator) {
        this.emulator = emulator;
    }

    /**
     * Runs QEMU to its end.
     *
     * @param arguments as {@link ProgramInput#arguments} makes them
     * @param timeout   when to give up, or null for never
     * @return the program's status, or one of {@link ExitStatus}
     * @throws Failure if the program did not run, or nobody takes what it prints
     */
    static int run(List<String> command, byte[] arguments, Duration timeout) throws Failure, IOException, InterruptedException {
        Process emulator = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Thread killer = new Thread(emulator::destroyForcibly, "emulator killer");
        Runtime.getRuntime().addShutdownHook(killer);
        ProgramInput.carry(arguments, System.in, emulator.getOutputStream());
        int status = new ProgramRun(emulator).join(timeout);
        Runtime.getRuntime().removeShutdownHook(killer);
        return status;
    }

    private int join(Duration timeout) throws Failure, IOException, InterruptedException {
        Timer timer = new Timer("timeout", true);
        if (timeout != null) {
            timer.schedule(new TimerTask() {
                @Override
                public void run() {
                    late = true;
                    emulator.destroyForcibly();
                }
            }, timeout.toMillis());
        }
        ProgramOutput output = new ProgramOutput(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
        boolean printed = false;
        try {
            printed = output.copy(emulator.getInputStream());
        } catch (IOException closed) {
            emulator.destroyForcibly();
            if (!late) {
                throw new Failure("standard output was closed, so the run was ended", closed);
            }
        }
        int ended = emulator.waitFor();
        timer.cancel();
        if (output.report().isEmpty()) {
            return late ? ExitStatus.TIMEOUT : ExitStatus.ofEmulator(ended, printed);
        }
        return status(output.report().split(" "));
    }

    /** @param report what {@code peaberry.launch.Launch} says of the end */
    private static int status(String[] report) throws Failure {
        switch (report[0]) {
            case "EXITED" -> { }
            case "KILLED" -> System.err.println("peaberry: the program was ended");
            case "FAILED" -> System.err.println("peaberry: the program failed: " + report[2] + " " + address(report[3]) + ", at the instruction " + address(report[4]));
            default -> throw new Failure("the program could not be started: " + report[0]);
        }
        return Integer.parseInt(report[1]);
    }

    private static String address(String number) {
        return "0x" + Long.toHexString(Long.parseLong(number));
    }
}
