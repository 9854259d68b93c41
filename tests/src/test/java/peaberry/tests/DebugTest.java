package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code ./peaberry debug}, gdb reading from a pipe the commands that docs/testing.md shows. */
class DebugTest {

    private static final String SOURCE = "kernel/src/main/java/peaberry/kernel/SystemCalls.java";

    @Test
    void aBreakpointInTheKernelShowsJavaFilesAndLines() throws IOException, InterruptedException {
        int line = SourceLine.of(SOURCE, "if (target == null || target.isEmpty()) {");
        try (ConsoleSession session = ConsoleSession.command("debug")) {
            session.type(documentedCommands().replace("LINE", String.valueOf(line)) + "kill\nquit\n");
            String output = session.output();
            assertTrue(output.matches("(?s).*Main\\.java:\\d+.*SystemCalls\\.java:" + line + "\\b.*#0 .*SystemCalls\\.java:" + line
                    + "\\b.*#1 .*at [^ ]*\\.(java|S):\\d+.*"), output);
            assertEquals(0, session.status());
        }
    }

    private static String documentedCommands() {
        return Repository.text(Repository.HOME.resolve("docs/testing.md")).lines().filter(line -> line.startsWith("(gdb) "))
                .map(line -> line.substring("(gdb) ".length()) + "\n").collect(Collectors.joining());
    }
}
