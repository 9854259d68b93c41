package peaberry.files.ext4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.HostTree;
import peaberry.files.ImageStorage;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Text;
import peaberry.standin.HostMemory;
import peaberry.standin.Texts;

/** Indices that {@code e2fsck} made lead to the blocks that names are in. */
class DirectoryIndexTest {

    private static final long CACHE_BYTES = 40L * ChunkCache.CHUNK_BYTES;

    @TempDir
    private Path folder;

    private Volume volume;
    private Directory directory;
    private DirectoryIndex index;
    private final DirectoryHash hash = new DirectoryHash();

    private Inode many(Path disk) throws IOException {
        volume = new Volume(new ImageStorage(Files.readAllBytes(disk), new HostMemory().region("cache", CACHE_BYTES)));
        directory = new Directory(volume);
        index = new DirectoryIndex(volume);
        Inode inode = new Inode(volume);
        assertEquals(Outcome.DONE, volume.mount());
        assertEquals(Outcome.DONE, inode.read(Volume.ROOT));
        Text name = Texts.of("many");
        assertEquals(Outcome.DONE, directory.find(inode, name, 0, name.length()));
        assertEquals(Outcome.DONE, inode.read(directory.number()));
        return inode;
    }

    private boolean isInLeaf(Inode inode, Text name) {
        long bytes = volume.superblock().blockBytes();
        long end = (index.leaf() + 1) * bytes;
        boolean found = false;
        for (Outcome outcome = directory.seek(inode, index.leaf() * bytes); outcome == Outcome.DONE && directory.next() <= end; outcome = directory.seek(inode, directory.next())) {
            found |= isNamed(name);
        }
        return found;
    }

    private boolean isNamed(Text name) {
        boolean same = directory.nameLength() == name.length();
        for (int i = 0; same && i < name.length(); i++) {
            same = directory.nameByte(i) == name.byteAt(i);
        }
        return same;
    }

    @ParameterizedTest
    @CsvSource({"half_md4, 1024", "half_md4, 4096", "tea, 1024", "legacy, 1024"})
    void eachNameIsInTheLeafThatItsHashLeadsTo(String function, int blockBytes) throws IOException, InterruptedException {
        Path disk = HostTree.disk(HostTree.make(folder), folder.resolve("disk"), 24, "-t", "ext4", "-b", String.valueOf(blockBytes));
        HostTree.run(0, "tune2fs", "-E", "hash_alg=" + function, disk.toString());
        HostTree.index(disk);
        Inode inode = many(disk);
        assertTrue(inode.isIndexed());
        for (int i = 0; i < HostTree.ENTRIES; i++) {
            Text name = Texts.of(HostTree.entry(i));
            assertEquals(Outcome.DONE, index.find(inode, name, 0, name.length()), HostTree.entry(i));
            assertTrue(isInLeaf(inode, name) || index.advance() == Outcome.DONE && isInLeaf(inode, name), HostTree.entry(i));
            assertEquals(Outcome.DONE, directory.find(inode, name, 0, name.length()));
        }
        Text none = Texts.of("no such name");
        assertEquals(Outcome.NOT_FOUND, directory.find(inode, none, 0, none.length()));
    }

    @ParameterizedTest
    @CsvSource({"half_md4, 1", "tea, 2", "legacy, 0"})
    void hashesAreThoseOfTheHostsTools(String function, int number) throws IOException, InterruptedException {
        Path disk = HostTree.disk(HostTree.make(folder), folder.resolve("disk"), 24, "-t", "ext4");
        hash.start(0x0403_0201, 0x0807_0605, 0x0C0B_0A09, 0x100F_0E0D, true);
        for (String name : new String[] {"a", "abc", "abcd", "sixteen letters!", "seventeen letters", "n".repeat(32), "n".repeat(255), "größer", "大小"}) {
            String said = HostTree.run(0, "debugfs", "-R", "dx_hash -h " + function + " -s 01020304-0506-0708-090a-0b0c0d0e0f10 \"" + name + "\"", disk.toString());
            Text text = Texts.of(name);
            String expected = "0x%08x".formatted(hash.of(number, text, 0, text.length()));
            assertTrue(said.contains(" is " + expected), said + " for " + expected);
        }
    }

    @Test
    void aDirectoryWithABrokenIndexIsReadWithoutIt() throws IOException, InterruptedException {
        Path disk = HostTree.disk(HostTree.make(folder), folder.resolve("disk"), 24, "-t", "ext4", "-O", "^metadata_csum");
        HostTree.index(disk);
        Inode inode = many(disk);
        BlockMap map = new BlockMap(volume);
        assertEquals(Outcome.DONE, map.find(inode, 0));
        volume.memory().setByte(volume.find(map.block()) + 0x1C, 9);
        Text name = Texts.of(HostTree.entry(77));
        assertFalse(index.find(inode, name, 0, name.length()) == Outcome.DONE);
        assertEquals(Outcome.DONE, directory.find(inode, name, 0, name.length()));
    }
}
