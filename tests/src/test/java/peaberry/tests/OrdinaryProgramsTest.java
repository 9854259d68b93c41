package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.CompileException;

/** Ordinary Java programs, which know nothing of where they run: tests/src/test/systems/managed. */
class OrdinaryProgramsTest {

    private static final String PROGRAM = "managed.Hello";
    private static final int FAILED = 125;
    private static final Pattern LIBRARY = Pattern.compile("(hppc|gson|diffutils|commons-(codec|collections4|csv|io|lang3)|jsoup|minimal-json|re2j|RoaringBitmap)-[\\d.]*\\.jar$");

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

    @Test
    void theSameClassFilesRunOnTheSimulatedMachine() throws IOException, InterruptedException {
        try (ConsoleSession session = start("Hello", Machine.JVM)) {
            assertEquals("""
                    Hello from Java, with 0 arguments
                    {the=3, quick=5, brown=5, fox=3} {brown=5, fox=3, quick=5, the=3}
                       3.142|0000beef|1,234,567
                    """, session.output().replace("\r\n", "\n"));
            assertEquals(42, session.status(), session.errors());
        }
    }

    /** There one thread runs at a time. */
    @Test
    void whoSleepsOnTheSimulatedMachineHoldsNobodyUp() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("run", "--jvm")) {
            session.expect("$ ");
            session.type("sleep 1000 & sleep 0.01; echo it goes on\r");
            session.expect("\r\nit goes on\r\n");
            session.type("kill $!; exit 7\r");
            assertEquals(7, session.status());
        }
    }

    /** Files would be the host's. */
    @Test
    void whatTheSimulatedMachineHasNotIsRefused() throws IOException, InterruptedException {
        try (ConsoleSession session = start("FileUse", Machine.JVM)) {
            assertEquals(FAILED, session.status());
            assertTrue(session.errors().contains("managed.FileUse uses java.io.File"), session.errors());
        }
    }

    /** All that the machine throws by itself, which programs catch, and which ends them: with its trace, and status 1. */
    @Test
    void exceptionsAreThoseOfTheJvm() throws IOException, InterruptedException, CompileException {
        assertRunsAsOnTheJvm("Exceptions", 1);
        assertHeapIsWhole("Exceptions", 1, 1);
    }

    /** Object graphs that are built and cut at random, while memory is used up again and again. */
    @Test
    void whatIsReachableStaysAsItIsWhereMemoryIsScarce() throws IOException, InterruptedException, CompileException {
        assertRunsAsOnTheJvm("Graphs", 0);
        assertHeapIsWhole("Graphs", 101, 0);
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
        try (ConsoleSession session = start("Surroundings", Machine.Q35)) {
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

    /** As they are in their jars, on a class path without modules: the sources of tests/src/test/systems/libraries. */
    @Test
    void librariesWorkAsOnTheJvm() throws IOException, InterruptedException {
        Path system = TestSystem.of("libraries", folder).folder();
        Path jars = Files.createDirectory(system.resolve("lib"));
        List<String> classPath = new ArrayList<>();
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (LIBRARY.matcher(jar).find()) {
                classPath.add(Files.copy(Path.of(jar), jars.resolve(Path.of(jar).getFileName())).toString());
            }
        }
        Path classes = system.resolve("build/classes");
        compile(system.resolve("src/libraries"), String.join(File.pathSeparator, classPath), classes);
        classPath.addFirst(classes.toString());
        ProgramRun guest = ended(ConsoleSession.command("java", "--quick", "--work", folder.resolve("work").toString(),
                "--class-path", String.join(File.pathSeparator, classPath), "libraries.Libraries"));
        assertEquals(onTheJvm("libraries.Libraries"), guest);
        assertEquals(0, guest.status());
    }

    private static void compile(Path sources, String classPath, Path classes) throws IOException {
        List<String> command = new ArrayList<>(List.of("-cp", classPath, "-d", classes.toString()));
        try (Stream<Path> files = Files.list(sources)) {
            files.map(Path::toString).sorted().forEach(command::add);
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)));
    }

    private void assertRuns(String program, int status, String expected) throws IOException, InterruptedException {
        ProgramRun run = inTheGuest(program);
        assertEquals(expected, run.output());
        assertEquals(status, run.status());
    }

    private void assertRunsAsOnTheJvm(String program, int status) throws IOException, InterruptedException {
        ProgramRun guest = inTheGuest(program);
        assertEquals(onTheJvm("managed." + program), guest);
        assertEquals(status, guest.status());
    }

    /** As a process of the host, whose heap is verified from end to end at every so many allocations: each object has a class, each reference an object. */
    private void assertHeapIsWhole(String program, int verifiedEach, int status) throws IOException, InterruptedException, CompileException {
        ProgramRun run = HostProgram.of("managed." + program, verifiedEach, folder).run();
        assertEquals(onTheJvm("managed." + program), run);
        assertEquals(status, run.status());
    }

    /** The system with one of the programs, which switches the machine off when it ends. */
    private ConsoleSession start(String program, Machine machine) throws IOException {
        TestSystem system = TestSystem.of("managed", folder);
        Path declaration = system.folder().resolve("system.toml");
        Files.writeString(declaration, system.declaration().replace(PROGRAM, "managed." + program));
        return ConsoleSession.run(machine, "--system", system.folder().toString());
    }

    private ProgramRun inTheGuest(String program) throws IOException, InterruptedException {
        return ended(start(program, Machine.Q35));
    }

    private static ProgramRun ended(ConsoleSession started) throws InterruptedException {
        try (ConsoleSession session = started) {
            String output = new String(session.output().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).replace("\r\n", "\n");
            assertNotEquals(FAILED, session.status(), session.errors());
            return new ProgramRun(output, session.status());
        }
    }

    /** Runs the same class files on the host. */
    private ProgramRun onTheJvm(String mainClass) throws IOException, InterruptedException {
        Path system = folder.resolve("system");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx16m", "-Xss1m",
                "-cp", system.resolve("build/classes") + File.pathSeparator + system.resolve("lib") + "/*", mainClass).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ProgramRun(output, process.waitFor());
    }
}
