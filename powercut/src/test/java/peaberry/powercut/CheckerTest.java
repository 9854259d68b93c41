package peaberry.powercut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.powercut.FileTree.Wrong;

/** {@code e2fsck}'s judgement counts, and both readers find the same. */
class CheckerTest {

    private static final int FREE_BLOCKS = 1024 + 0xC;

    @TempDir
    private Path folder;
    private byte[] disk;

    @BeforeEach
    void makeDisk() throws IOException, InterruptedException {
        Path file = folder.resolve("disk");
        ProcessBuilder tool = new ProcessBuilder(List.of("/usr/bin/env", "mke2fs", "-q", "-F", "-t", "ext4", "-O", "^metadata_csum", file.toString(), "8M"));
        tool.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        assertEquals(0, tool.inheritIO().start().waitFor());
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
