package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A system in a folder outside of the repository, with a driver and a program of its own: a copy of docs/example. */
class OwnSystemTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Path example = Repository.HOME.resolve("docs/example");
        for (Path file : Repository.files("docs/example")) {
            Path path = folder.resolve(example.relativize(file));
            Files.createDirectories(path.getParent());
            Files.copy(file, path);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void itsDriverAndProgramRun(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.run(machine, "--system", folder.toString())) {
            assertEquals(7, session.status(), session.errors());
            assertEquals("the speaker is on\r\n", session.output());
        }
    }

    @Test
    void theExampleIsExplainedAndDrawn() throws IOException, InterruptedException {
        Path picture = folder.resolve("system.svg");
        try (ConsoleSession session = ConsoleSession.command("image", "--system", folder.toString(), "--explain", "--svg", picture.toString())) {
            assertEquals(0, session.status(), session.errors());
            assertTrue(session.output().contains("\nspeaker  ports 0x61         'gate'\n"), session.output());
        }
        assertTrue(Files.readString(picture).contains(">speaker</text>"));
    }

    @Test
    void anImageIsBuiltThatAnythingMayStart() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("image", "--system", folder.toString())) {
            assertEquals(0, session.status(), session.errors());
            assertEquals(Repository.IMAGE.resolve("kernel.elf") + "\n" + folder.resolve("build/boot.archive") + "\n", session.output());
        }
        assertTrue(Files.exists(folder.resolve("build/boot.archive")));
    }

    @Test
    void whatIsWrongIsToldWithItsLine() throws IOException, InterruptedException {
        Path declaration = folder.resolve("system.toml");
        String text = Files.readString(declaration).replace("example.Speaker", "example.Speeker").replace("0x61", "0x3ff");
        Files.writeString(declaration, text);
        assertRefused("peaberry: the system is refused:\n"
                + declaration + ":" + line(text, "Speeker") + ": there is no program 'example.Speeker' for 'speaker'\n"
                + declaration + ":" + line(text, "\"0x3ff\"") + ": 'speaker' claims ports 0x3ff, which overlap 0x3f8-0x3ff of 'serial' in line "
                + line(text, "0x3f8-") + "\n");
    }

    @Test
    void sourcesThatDoNotCompileAreToldWithTheirLine() throws IOException, InterruptedException {
        Path source = folder.resolve("src/example/Speaker.java");
        Files.writeString(source, Files.readString(source).replace("gate.write(", "gate.wriet("));
        assertTrue(complaint().startsWith("peaberry: the sources do not compile:\n" + source + ":"), complaint());
    }

    @Test
    void aFolderWithoutDeclarationOrModuleIsRefused() throws IOException, InterruptedException {
        Files.delete(folder.resolve("src/module-info.java"));
        assertRefused("peaberry: there is no " + folder.resolve("src/module-info.java") + ", such as: module example { requires peaberry.interfaces; }\n");
        Files.delete(folder.resolve("system.toml"));
        assertRefused("peaberry: there is no " + folder.resolve("system.toml") + "\n");
    }

    private void assertRefused(String complaint) throws IOException, InterruptedException {
        assertEquals(complaint, complaint());
    }

    private String complaint() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("image", "--system", folder.toString(), "--explain")) {
            assertEquals(125, session.status());
            return session.complaints() + "\n";
        }
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }
}
