package peaberry.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the host's own tools, which make and check disks. One that is not there is a failure. */
public final class HostCommand {

    private static final long PATIENCE = 120;

    private HostCommand() {
    }

    /** Runs a command. @param worst the largest exit status that is well @param input what it reads @return what it said */
    public static String run(int worst, String input, String... command) throws IOException, InterruptedException {
        // Java looks for a program on its own path, whatever the environment is to be; env looks on the new one.
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("/usr/bin/env"), Stream.of(command)).toList()).redirectErrorStream(true);
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        Path in = Files.createTempFile("peaberry-tool", ".in");
        Path out = Files.createTempFile("peaberry-tool", ".out");
        try {
            Files.writeString(in, input);
            Process process = builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).start();
            boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
            String said = Files.readString(out, StandardCharsets.ISO_8859_1);
            if (!ended || process.exitValue() > worst) {
                throw new AssertionError(String.join(" ", command) + (ended ? " ended with " + process.exitValue() : " did not end") + ": " + said);
            }
            return said;
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }
}
