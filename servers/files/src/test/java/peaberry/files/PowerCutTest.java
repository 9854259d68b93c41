package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The power goes at any time: what was committed is there, the disk is as it was after one of the commits, and {@code e2fsck} has nothing to say against it. */
class PowerCutTest {

    private static final long SEED = 20261126;
    private static final int COMMITS = 25;
    private static final int OPERATIONS = 8;

    @TempDir
    private Path folder;

    /** What was on the disk after a commit, which ended after so many points at which something was safe. */
    private record Committed(int points, Map<String, String> contents) {
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"150 | -t ext4 -b 1024 -J size=1", "75 | -t ext4 -b 4096", "75 | -t ext4 -b 1024 -O ^metadata_csum,^64bit", "75 | " + NewDisk.OPTIONS})
    void afterALossOfPowerEverythingIsAsItWasAfterACommit(int cuts, String options) throws IOException, InterruptedException {
        System.out.println("seed " + SEED);
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("hello"), "Hello, world!\n");
        byte[] image = NewDisk.of(tree, folder.resolve("disk"), 16, options.strip());
        Map<String, String> expected = new TreeMap<>(new DiskReader(image.clone()).everything());
        DiskWriter writer = DiskWriter.recording(image, SEED);
        List<Committed> committed = new ArrayList<>(List.of(new Committed(0, new TreeMap<>(expected))));
        for (int i = 0; i < COMMITS; i++) {
            writer.appendMany(OPERATIONS, expected);
            DiskReader.check(i % 7 == 6 ? writer.volume().close() : writer.volume().commit(), "commit " + i);
            committed.add(new Committed(writer.storage().points(), new TreeMap<>(expected)));
        }
        assertCuts(cuts, writer.storage(), committed);
    }

    private void assertCuts(int cuts, RecordingStorage storage, List<Committed> committed) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        for (int i = 0; i < cuts; i++) {
            int point = random.nextInt(storage.points() + 1);
            byte[] disk = storage.cut(point, random);
            DiskWriter again = new DiskWriter(disk, SEED);
            DiskReader.check(again.giveUpOrphans(), "orphans");
            DiskReader.check(again.volume().close(), "close");
            Map<String, String> found = again.reader().everything();
            assertTrue(committed.stream().filter(each -> isPossible(each, point, committed)).anyMatch(each -> each.contents.equals(found)),
                    "cut " + i + ", after " + point + " points: " + found);
            HostTree.assertClean(disk, folder);
        }
    }

    /** A commit block that the disk has and that may not be safe is what the server's next life finds; then the power goes. */
    @Test
    void aCommitThatTheServerDidNotSeeTheEndOfIsSafeBeforeItIsReplayed() throws IOException, InterruptedException {
        System.out.println("seed " + SEED);
        Path tree = Files.createDirectory(folder.resolve("tree"));
        byte[] image = NewDisk.of(tree, folder.resolve("disk"), 16, "-t ext4 -b 1024 -J size=1");
        Map<String, String> expected = new TreeMap<>(new DiskReader(image.clone()).everything());
        RecordingStorage storage = new RecordingStorage(image, DiskReader.memory());
        List<Committed> committed = new ArrayList<>(List.of(new Committed(0, new TreeMap<>(expected))));
        for (int life = 1; life <= 12; life++) {
            DiskWriter writer = new DiskWriter(storage, SEED + life);
            writer.nameFrom(life * 100);
            writer.appendMany(OPERATIONS, expected);
            DiskReader.check(writer.volume().commit(), "commit");
            committed.add(new Committed(storage.points(), new TreeMap<>(expected)));
            writer.appendMany(OPERATIONS, expected);
            storage.diesNext = true;
            assertThrows(RecordingStorage.Death.class, writer.volume()::commit);
            assertEquals(expected, new DiskReader(storage).everything(), "what was being committed is there");
            committed.add(new Committed(storage.points(), new TreeMap<>(expected)));
        }
        assertCuts(200, storage, committed);
    }

    /** Whether it is the last commit that had ended, or the one after it. */
    private static boolean isPossible(Committed state, int point, List<Committed> all) {
        int last = 0;
        while (last + 1 < all.size() && all.get(last + 1).points <= point) {
            last++;
        }
        int index = all.indexOf(state);
        return index == last || index == last + 1;
    }
}
