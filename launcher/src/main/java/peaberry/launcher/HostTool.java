package peaberry.launcher;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the host that are not on every user's path. */
public final class HostTool {

    private static final String MORE_FOLDERS = "/usr/sbin" + File.pathSeparator + "/sbin";

    private HostTool() {
    }

    /** A process for a command whose program is looked for on the path and behind it. */
    public static ProcessBuilder of(String... command) {
        // Java looks for a program on its own path, whatever the environment is to be; env looks on the new one.
        List<String> found = Stream.concat(Stream.of("/usr/bin/env"), Stream.of(command)).toList();
        ProcessBuilder process = new ProcessBuilder(found);
        process.environment().merge("PATH", MORE_FOLDERS, (path, more) -> path + File.pathSeparator + more);
        return process;
    }
}
