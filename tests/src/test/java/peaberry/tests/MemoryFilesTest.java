package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files in memory that outlives their server. */
class MemoryFilesTest {

    @TempDir
    private Path folder;

    /** A file that is read, written, and lost; a full disk; and a server that is killed while it writes: tests/src/test/systems/memory-deaths. */
    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void whatIsSyncedIsThereWheneverTheServerDies(Machine machine) throws IOException, InterruptedException {
        TestSystem.of("memory-deaths", folder).assertPrints("""
                new: 4193280 bytes, 2875392 free
                kept: DONE
                written: DONE
                synced: DONE
                kept is there
                lost: DONE
                written, and not synced: LOST
                synced: DONE
                large: DONE
                written until the disk is full: NO_SPACE
                there was room for all that was free
                synced: DONE
                large is there
                removed: DONE
                synced: DONE
                as much room as before
                hammered: DONE
                the server died again and again
                hammered is there
                kept is there
                """, machine);
    }

    /** Without a disk, or a driver of one: tests/src/test/systems/memory-files. */
    @Test
    void theShellsFilesAreInMemory() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--system", TestSystem.of("memory-files", folder).folder().toString())) {
            assertEquals("/         read and written\r\n", session.enter("mount"));
            String empty = session.enter("ls");
            assertTrue(empty.matches("drwx------ .* 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d  lost\\+found/\\s*"), empty);
            for (String command : List.of("mkdir papers", "touch papers/one", "ln -s one papers/two", "sync")) {
                assertEquals("", session.enter(command), command);
            }
            String room = session.enter("df");
            assertTrue(room.contains(" %  "), room);
            assertTrue(session.enter("kill files").contains("was killed and started again"));
            String listing = session.enter("ls papers");
            assertTrue(listing.contains("  one\r\n") && listing.contains("  two -> one\r\n"), listing);
            assertEquals(room, session.enter("df"));
        }
    }
}
