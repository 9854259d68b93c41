package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The integrity server before a driver that does wrong on purpose: the system that tests/src/test/systems/integrity declares. */
class IntegrityTest {

    private static final String SYSTEM = "tests/src/test/systems/integrity";

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (Path file : Repository.files(SYSTEM)) {
            Path path = folder.resolve(Repository.HOME.resolve(SYSTEM).relativize(file));
            Files.createDirectories(path.getParent());
            Files.copy(file, path);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void wrongDataNeverReachTheClientAndDeathsAreNoHarm(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.run(machine, "--system", folder.toString())) {
            assertEquals(0, session.status(), session.errors());
            assertEquals("""
                    without a key: BUSY
                    size: DONE
                    sectors: 128
                    honest: written DONE, read DONE, right
                    altered when read: written DONE, read CORRUPT
                    altered when written: written DONE, read CORRUPT
                    not read: written DONE, read CORRUPT
                    not written: written DONE, read CORRUPT
                    read elsewhere: written DONE, read CORRUPT
                    written elsewhere: written DONE, read CORRUPT
                    driver dies before it writes: written DONE, read DONE, right
                    driver dies when it has written: written DONE, read DONE, right
                    driver dies when it has read: written DONE, read DONE, right
                    server killed before: written DONE, read DONE, right
                    server killed afterwards: written DONE, read DONE, right
                    written past the server: written DONE, read CORRUPT
                    without the server: the window stays open
                    behind the server: the window is closed
                    disk was made anew 3 times
                    integrity was made anew 5 times
                    """.replace("\n", "\r\n"), session.output());
        }
    }
}
