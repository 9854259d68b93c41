package peaberry.powercut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.powercut.FileTree.Wrong;
import peaberry.standin.HostTool;

/** {@code e2fsck}'s judgement counts, and both readers find the same. */
class CheckerTest {

    private static final int FREE_BLOCKS = 1024 + 0xC;

    @TempDir
    private Path folder;
    private byte[] disk;

    @BeforeEach
    void makeDisk() throws IOException, InterruptedException {
        Path file = folder.resolve("disk");
        HostTool.run(0, "", "mke2fs", "-q", "-F", "-t", "ext4", "-O", "^metadata_csum", file.toString(), "8M");
        disk = Files.readAllBytes(file);
    }

    @Test
    void aDiskThatIsWellIsWell() throws Wrong, IOException, InterruptedException {
        Checker checker = new Checker(folder);
        checker.check(disk);
        assertEquals(Set.of("lost+found"), new FileTree(checker.replay(disk)).read().keySet());
    }

    @Test
    void aWrongCountIsEnough() {
        disk[FREE_BLOCKS]++;
        Wrong wrong = assertThrows(Wrong.class, () -> new Checker(folder).check(disk));
        assertTrue(wrong.getMessage().contains("Free blocks count wrong"), wrong.getMessage());
    }
}
