package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prepares {@code ./peaberry debug}: writes the gdb script that starts QEMU halted, attaches to it and stops at the kernel's
 * first Java line. The shell script then becomes gdb, so that Ctrl-C reaches gdb and nobody else.
 *
 * <p>Guest and gdb share the terminal: what the guest prints appears in it, and gdb's new command {@code type} types a line at the
 * guest's console.
 */
final class Debugger {

    private static final Path SCRIPT = Home.BUILD.resolve("debug.gdb");
    /** The process that the shell which starts QEMU is a child of: gdb. */
    private static final String GDB = "$PPID";

    private Debugger() {}

    static void prepare(Options options) throws IOException {
        Path console = Home.BUILD.resolve("debug.console");
        Files.deleteIfExists(console);
        List<String> command = Emulator.halted(options, Home.ARCHIVE, console, "/proc/" + GDB + "/fd/1");
        String emulator = command.stream().map(Debugger::quoted).collect(Collectors.joining(" "));
        Files.writeString(SCRIPT, """
                set pagination off
                set confirm off
                set width 0
                set breakpoint pending on
                file %s
                %s
                python
                import gdb, socket
                class Type(gdb.Command):
                    "type TEXT: types a line at the guest's console; it is read when the guest goes on."
                    def __init__(self):
                        super().__init__("type", gdb.COMMAND_USER)
                    def invoke(self, text, from_terminal):
                        with socket.socket(socket.AF_UNIX) as console:
                            console.connect(%s)
                            console.sendall(text.encode() + b"\\r")
                Type()
                end
                target remote | exec %s
                thbreak peaberry_start
                continue
                echo \\n
                echo The kernel stands at its first Java line. Things to try:\\n
                echo \\ \\ hbreak SystemCalls.java:LINE   stop there; the processor has four such breakpoints\\n
                echo \\ \\ continue, step, next, finish, backtrace\\n
                echo \\ \\ type echo hello               a line for the guest's console, then: continue\\n
                echo \\ \\ Ctrl-C                        stops the guest wherever it is; quit ends both\\n
                echo \\n
                """.formatted(Home.KERNEL, sourceFolders(), pythonString(console), emulator));
    }

    private static String sourceFolders() throws IOException {
        try (Stream<Path> files = Files.walk(Home.FOLDER, 6)) {
            List<String> lines = new ArrayList<>();
            files.filter(file -> file.endsWith(Path.of("src", "main", "java")) && !file.startsWith(Home.BUILD)).sorted()
                    .forEach(folder -> lines.add("directory " + folder));
            return String.join("\n", lines);
        }
    }

    /** For the shell, which is to replace nothing but {@link #GDB}. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''").replace(GDB, "'" + GDB + "'") + "'";
    }

    private static String pythonString(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
