package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code ./peaberry debug}, gdb reading its commands from a pipe. */
class DebugTest {

    private static final String SOURCE = "kernel/src/main/java/peaberry/kernel/SystemCalls.java";

    @Test
    void aBreakpointInTheKernelShowsJavaFilesAndLines() throws IOException, InterruptedException {
        int line = SourceLine.of(SOURCE, "switch (number) {");
        try (ConsoleSession session = ConsoleSession.command("debug")) {
            session.type("hbreak peaberry/kernel/SystemCalls.java:" + line + "\ncontinue\nbacktrace\nkill\nquit\n");
            String output = session.output();
            assertTrue(output.matches("(?s).*Main\\.java:\\d+.*SystemCalls\\.java:" + line + "\\b.*#0 .*SystemCalls\\.java:" + line
                    + "\\b.*#1 .*at [^ ]*\\.(java|S):\\d+.*"), output);
            assertEquals(0, session.status());
        }
    }
}
