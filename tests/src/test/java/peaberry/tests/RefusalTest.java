package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be started is refused in one clear sentence, with status 100. */
class RefusalTest {

    @TempDir
    private Path folder;

    /** The image that the tests spoil is built by a first run. */
    @BeforeAll
    static void build() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35)) {
            session.type("shutdown\n");
            assertEquals(0, session.status(), session.errors());
        }
    }

    private static void assertRefused(ConsoleSession session, String sentence) throws InterruptedException {
        assertEquals(100, session.status());
        String output = session.output();
        assertTrue(output.contains(sentence), output);
    }

    @Test
    void aSpoiltArchiveIsRefused() throws IOException, InterruptedException {
        byte[] archive = BootFiles.archive();
        archive[archive.length / 2] ^= 1;
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, BootFiles.bootingFrom(folder, archive))) {
            assertRefused(session, "Peaberry cannot start: the archive's checksum is wrong.");
        }
    }

    @Test
    void aTruncatedArchiveIsRefused() throws IOException, InterruptedException {
        byte[] archive = BootFiles.archive();
        byte[] half = Arrays.copyOf(archive, archive.length / 2);
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, BootFiles.bootingFrom(folder, half))) {
            assertRefused(session, "Peaberry cannot start: the archive's size does not fit its header.");
        }
    }

    @Test
    void aFileThatIsNoArchiveIsRefused() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, BootFiles.bootingFrom(folder, new byte[8192]))) {
            assertRefused(session, "Peaberry cannot start: there is no archive where one should be.");
        }
    }

    @Test
    void anArchiveWithoutRootIsRefused() throws IOException, InterruptedException {
        byte[] archive = BootFiles.archiveWith(Map.of("root", new byte[0]));
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, BootFiles.bootingFrom(folder, archive))) {
            assertRefused(session, "Peaberry cannot start: the boot archive has no program named root.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWildRootIsRefused(WildProgram wild) throws IOException, InterruptedException {
        byte[] archive = BootFiles.archiveWith(Map.of("root", wild.of(BootFiles.program("root"))));
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, BootFiles.bootingFrom(folder, archive))) {
            assertRefused(session, "Peaberry cannot start: the program root in the boot archive is bad: ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ELF", "IN_THE_KERNEL", "LARGER_THAN_ALL_MEMORY"})
    void aWildProgramIsNamedAndTheRestGoesOn(WildProgram wild) throws IOException, InterruptedException {
        byte[] archive = BootFiles.archiveWith(Map.of("shell", wild.of(BootFiles.program("shell"))));
        List<String> options = new ArrayList<>(List.of(BootFiles.bootingFrom(folder, archive)));
        options.addAll(List.of("--timeout", "2"));
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, options.toArray(String[]::new))) {
            session.expect("\r\nroot: shell is not started: ");
            assertEquals(124, session.status(), "the machine was not to stop");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "PC", "JVM"})
    void tooLittleMemoryIsRefused(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.run(machine, "--memory", "6M")) {
            assertEquals(100, session.status());
            String output = session.output();
            assertTrue(output.matches("(?s).*Peaberry needs at least \\d+ MiB of memory; this machine has \\d+ MiB\\.\\r?\\n"), output);
        }
    }
}
