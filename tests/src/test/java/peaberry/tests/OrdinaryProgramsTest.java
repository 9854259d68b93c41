package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ordinary Java programs, which know nothing of where they run: tests/src/test/systems/managed. */
class OrdinaryProgramsTest {

    private static final String PROGRAM = "managed.Hello";

    @TempDir
    private Path folder;

    @Test
    void aProgramPrintsAndEndsWithItsStatus() throws IOException, InterruptedException {
        assertRuns("Hello", 42, """
                Hello from Java, with 0 arguments
                {the=3, brown=5, quick=5, fox=3} {brown=5, fox=3, quick=5, the=3}
                   3.142|0000beef|1,234,567
                """);
    }

    /** Runs one of the programs in the system until it ends, which switches the machine off. */
    private void assertRuns(String program, int status, String expected) throws IOException, InterruptedException {
        TestSystem system = TestSystem.of("managed", folder);
        Path declaration = system.folder().resolve("system.toml");
        Files.writeString(declaration, system.declaration().replace(PROGRAM, "managed." + program));
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, "--system", system.folder().toString())) {
            assertEquals(expected, session.output().replace("\r\n", "\n"), session.errors());
            assertEquals(status, session.status());
        }
    }
}
