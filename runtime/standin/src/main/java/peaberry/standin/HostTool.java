package peaberry.standin;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the host that make and check disks: they are not on every user's path. */
public final class HostTool {

    private static final String MORE_FOLDERS = "/usr/sbin" + File.pathSeparator + "/sbin";
    private static final long PATIENCE_SECONDS = 120;

    private HostTool() {
    }

    /** A process for a command whose program is looked for on the path and behind it. */
    public static ProcessBuilder of(String... command) {
        // Java looks for a program on its own path, whatever the environment is to be; env looks on the new one.
        ProcessBuilder process = new ProcessBuilder(Stream.concat(Stream.of("/usr/bin/env"), Stream.of(command)).toList());
        process.environment().merge("PATH", MORE_FOLDERS, (path, more) -> path + File.pathSeparator + more);
        return process.redirectErrorStream(true);
    }

    /**
     * Runs a command.
     *
     * @param worst the largest exit status that is well
     * @param input what it reads
     * @return what it said
     * @throws IOException with what it said, if it is not there, does not end, or has another status
     */
    public static String run(int worst, String input, String... command) throws IOException, InterruptedException {
        Path in = Files.createTempFile("peaberry-tool", ".in");
        Path out = Files.createTempFile("peaberry-tool", ".out");
        try {
            Files.writeString(in, input);
            Process process = of(command).redirectInput(in.toFile()).redirectOutput(out.toFile()).start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(out, StandardCharsets.ISO_8859_1);
            if (!ended || process.exitValue() > worst) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + (ended ? " ended with " + process.exitValue() : " did not end") + ": " + said);
            }
            return said;
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }
}
