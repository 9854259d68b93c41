package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script on a machine that lacks something: a search path with few programs and a pretended apt-get on it. */
class InstallationTest {

    private static final List<String> ALWAYS_THERE = List.of("bash", "env", "readlink", "find", "sort", "sed", "cat", "mkdir", "mv", "rm", "flock");

    @TempDir
    private Path machine;

    private Path asked;

    @BeforeEach
    void buildMachine() throws IOException {
        Files.setPosixFilePermissions(machine, PosixFilePermissions.fromString("rwxr-xr-x"));
        asked = machine.resolve("asked");
        for (String program : ALWAYS_THERE) {
            Files.createSymbolicLink(machine.resolve(program), find(program));
        }
    }

    private static Path find(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException(program + " is not on the search path");
    }

    /** A program that writes down what it was asked to do. */
    private void pretend(String program, int status) throws IOException {
        Path file = machine.resolve(program);
        Files.writeString(file, "#!" + find("bash") + "\nprintf '%s\\n' \"" + program + " $*\" >>'" + asked + "'\nexit " + status + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private ConsoleSession peaberry(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "PATH=" + machine));
        command.add(Repository.COMMAND.toString());
        command.addAll(List.of(arguments));
        return ConsoleSession.of(command);
    }

    private static boolean isRoot() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }

    @Test
    void missingPackagesAreNamedAndInstalled() throws IOException, InterruptedException {
        pretend("apt-get", 1); // it fails, so that the test ends here
        pretend("sudo", 0);
        try (ConsoleSession session = peaberry("run", "--yes")) {
            assertEquals(125, session.status());
            String errors = session.errors();
            assertTrue(errors.contains("these packages are missing: qemu-system-x86 clang-19 lld-19 maven"), errors);
            assertEquals("", session.output());
        }
        String line = Files.readString(asked);
        assertTrue(line.contains("qemu-system-x86 clang-19 lld-19 maven"), line);
    }

    /** On a terminal, with the answer to the question whether to install; what the terminal shows. */
    private String onATerminal(String answer) throws IOException, InterruptedException {
        pretend("apt-get", 1); // it fails, so that the test ends here
        pretend("sudo", 0);
        String run = "PATH=" + machine + " " + Repository.COMMAND + " run";
        try (ConsoleSession session = ConsoleSession.of(List.of("script", "--quiet", "--return", "--flush", "--command", run, "/dev/null"))) {
            String question = session.expect("install them now? [Y/n] ");
            assertTrue(question.contains("these packages are missing: qemu-system-x86 clang-19 lld-19 maven"), question);
            session.type(answer + "\n");
            assertEquals(125, session.status());
            return session.output();
        }
    }

    @Test
    void whoeverSaysNoIsToldTheCommand() throws IOException, InterruptedException {
        String output = onATerminal("n");
        assertTrue(output.contains("nothing was installed; the command is: sudo apt-get install qemu-system-x86 clang-19 lld-19 maven"), output);
        assertFalse(Files.exists(asked));
    }

    @Test
    void whoeverSaysNothingAgrees() throws IOException, InterruptedException {
        onATerminal("");
        String line = Files.readString(asked);
        assertTrue(line.contains("qemu-system-x86 clang-19 lld-19 maven"), line);
    }

    @Test
    void testAlsoNeedsMavenAndTheDebugger() throws IOException, InterruptedException {
        try (ConsoleSession session = peaberry("test", "--yes")) {
            assertEquals(125, session.status());
            assertTrue(session.errors().contains("please install qemu-system-x86 clang-19 lld-19 maven gdb"), session.errors());
        }
    }

    @Test
    void withoutTheRightToInstallTheLineIsPrinted() throws IOException, InterruptedException {
        pretend("apt-get", 0);
        pretend("sudo", 1);
        Path readable = Files.copy(Repository.COMMAND, machine.resolve("peaberry")); // the checkout may be root's alone
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of("env", "PATH=" + machine, readable.toString(), "run"));
        try (ConsoleSession session = ConsoleSession.of(command)) {
            session.hangUp();
            assertEquals(125, session.status());
            String errors = session.errors();
            assertTrue(errors.contains("sudo apt-get install qemu-system-x86 clang-19 lld-19 maven"), errors);
        }
    }

    @Test
    void aMachineWithoutAptIsToldWhatToInstall() throws IOException, InterruptedException {
        try (ConsoleSession session = peaberry("run")) {
            assertEquals(125, session.status());
            assertTrue(session.errors().contains("please install qemu-system-x86 clang-19 lld-19 maven, or what provides them"), session.errors());
        }
    }

    @Test
    void theJvmNeedsNoneOfThem() throws IOException, InterruptedException {
        try (ConsoleSession session = peaberry("run", "--jvm", "--bad-usage")) {
            assertEquals(125, session.status());
            assertTrue(session.errors().contains("'run' has no option '--bad-usage'"), session.errors());
        }
    }
}
