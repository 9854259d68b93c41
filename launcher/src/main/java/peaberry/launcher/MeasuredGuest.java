package peaberry.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A guest that does something by itself and tells what it found.
 *
 * @param log            what it prints
 * @param complaints     where what QEMU says goes
 * @param longestSeconds after so many it is given up
 */
record MeasuredGuest(Path log, Redirect complaints, int longestSeconds) {

    /** Runs QEMU to its end. @param problem what it means if the guest does not end with 0 @return what it printed */
    String run(List<String> command, String problem) throws Failure, IOException, InterruptedException {
        Process guest = new ProcessBuilder(command).redirectError(complaints).redirectOutput(log.toFile()).start();
        Thread killer = new Thread(guest::destroyForcibly, "emulator killer");
        Runtime.getRuntime().addShutdownHook(killer);
        boolean ended = guest.waitFor(longestSeconds, TimeUnit.SECONDS);
        guest.destroyForcibly();
        int status = ExitStatus.ofEmulator(guest.waitFor(), true);
        Runtime.getRuntime().removeShutdownHook(killer);
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        if (!ended || status != 0) {
            throw new Failure(problem + "; the guest said:\n" + said);
        }
        return said;
    }
}
