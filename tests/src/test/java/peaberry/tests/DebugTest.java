package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code ./peaberry debug}, gdb reading its commands from a pipe. */
class DebugTest {

    private static final String SOURCE = "kernel/src/main/java/peaberry/kernel/SystemCalls.java";

    /** The number of the first line that contains the text. */
    private static int line(String text) {
        String[] lines = Repository.text(Repository.HOME.resolve(SOURCE)).split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(SOURCE + " has no " + text);
    }

    @Test
    void aBreakpointInTheKernelShowsJavaFilesAndLines() throws IOException, InterruptedException {
        int line = line("switch (number)");
        try (ConsoleSession session = ConsoleSession.command("debug")) {
            session.type("hbreak peaberry/kernel/SystemCalls.java:" + line + "\ncontinue\nbacktrace\nkill\nquit\n");
            String output = session.output();
            assertTrue(output.matches("(?s).*Main\\.java:\\d+.*SystemCalls\\.java:" + line + "\\b.*#0 .*SystemCalls\\.java:" + line
                    + "\\b.*#1 .*at [^ ]*\\.(java|S):\\d+.*"), output);
            assertEquals(0, session.status());
        }
    }
}
