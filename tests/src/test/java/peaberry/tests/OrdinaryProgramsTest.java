package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ordinary Java programs, which know nothing of where they run: tests/src/test/systems/managed. */
class OrdinaryProgramsTest {

    private static final String PROGRAM = "managed.Hello";
    private static final int FAILED = 125;

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

    /** All that the machine throws by itself, which programs catch, and which ends them: with its trace, and status 1. */
    @Test
    void exceptionsAreThoseOfTheJvm() throws IOException, InterruptedException {
        assertRunsAsOnTheJvm("Exceptions", 1);
    }

    @Test
    void garbageIsCollectedAndWhatIsUsedStaysAsItIs() throws IOException, InterruptedException {
        assertRunsAsOnTheJvm("Garbage", 0);
    }

    @Test
    void filesAreThoseThatAreMounted() throws IOException, InterruptedException {
        assertRunsAsOnTheJvm("FileUse", 0);
    }

    /** Time, random numbers, threads, and what is typed, which is shown. */
    @Test
    void theSurroundingsAreThere() throws IOException, InterruptedException {
        try (ConsoleSession session = start("Surroundings")) {
            session.expect("473177\r\n");
            session.type("one\rtwo\r\u0004");
            assertEquals("""
                    after 2024: true
                    another thread
                    slept: true
                    few zeros: true, different: true
                    UUID of version 4, variant 2, length 36
                    below one: true, not twice: true
                    -1170105035 63 -5843495416241995736 0.30871945533265976 false 0.2669736057242196 473177
                    one
                    read: one
                    two
                    then: two
                    end: null
                    """, session.output().replace("\r\n", "\n"));
            assertEquals(0, session.status());
        }
    }

    private void assertRuns(String program, int status, String expected) throws IOException, InterruptedException {
        Run run = inTheGuest(program);
        assertEquals(expected, run.output());
        assertEquals(status, run.status());
    }

    private void assertRunsAsOnTheJvm(String program, int status) throws IOException, InterruptedException {
        Run guest = inTheGuest(program);
        assertEquals(onTheJvm(program), guest);
        assertEquals(status, guest.status());
    }

    private record Run(String output, int status) {
    }

    /** The system with one of the programs, which switches the machine off when it ends. */
    private ConsoleSession start(String program) throws IOException {
        TestSystem system = TestSystem.of("managed", folder);
        Path declaration = system.folder().resolve("system.toml");
        Files.writeString(declaration, system.declaration().replace(PROGRAM, "managed." + program));
        return ConsoleSession.run(Machine.Q35, "--system", system.folder().toString());
    }

    private Run inTheGuest(String program) throws IOException, InterruptedException {
        try (ConsoleSession session = start(program)) {
            String output = session.output().replace("\r\n", "\n");
            assertNotEquals(FAILED, session.status(), session.errors());
            return new Run(output, session.status());
        }
    }

    /** Runs the same class files on the host. */
    private Run onTheJvm(String program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx16m", "-Xss1m",
                "-cp", folder.resolve("system/build/classes").toString(), "managed." + program).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(output, process.waitFor());
    }
}
