package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.standin.DiskCheck;
import peaberry.standin.HostTool;

/** Disks with two partitions, each with an ext4 of its own, that the host divides and checks. */
class PartitionsTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final int DISK = 36 * MEBIBYTE;
    private static final int FIRST = MEBIBYTE;
    private static final int SECOND = 18 * MEBIBYTE;
    private static final int BYTES = 16 * MEBIBYTE;
    private static final int BIG = 3 * MEBIBYTE;
    private static final long SEED = 4;
    private static final int LEAST_DEATHS = 5;
    private static final Pattern RESTARTS = Pattern.compile("(?m)^partitions .* (\\d+)\\s*$");

    @TempDir
    private Path folder;
    private Path disk;

    @BeforeEach
    void nameDisk() {
        disk = folder.resolve("disk");
    }

    private void makeDisk(String label) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(DISK);
        }
        HostTool.run(0, "label: " + label + "\nstart=1MiB, size=16MiB\nstart=18MiB, size=16MiB\n", "sfdisk", "-q", disk.toString());
        makeFiles("first", FIRST);
        makeFiles("second", SECOND);
    }

    private void makeFiles(String name, int offset) throws IOException, InterruptedException {
        Path tree = Files.createDirectory(folder.resolve(name));
        Files.writeString(tree.resolve(name), "on the " + name + "\n");
        byte[] bytes = new byte[BIG];
        new Random(SEED).nextBytes(bytes);
        Files.write(tree.resolve("big"), bytes);
        HostTool.run(0, "", "mke2fs", "-q", "-F", "-t", "ext4", "-b", "4096", "-E", "offset=" + offset, "-d", tree.toString(), disk.toString(), BYTES / 1024 + "K");
    }

    private static byte[] part(byte[] image, int from, int to) {
        return Arrays.copyOfRange(image, from, to);
    }

    /** Takes a partition out of the disk. @return its file, which has no errors */
    private Path extracted(int offset) throws IOException, InterruptedException {
        Path partition = Files.write(folder.resolve("partition"), part(Files.readAllBytes(disk), offset, offset + BYTES));
        assertEquals("", DiskCheck.complaint(partition));
        return partition;
    }

    private void assertCopied(Path partition, String file) throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        HostTool.run(0, "", "debugfs", "-R", "dump " + file + " " + copy, partition.toString());
        assertArrayEquals(Files.readAllBytes(folder.resolve("first/big")), Files.readAllBytes(copy), file);
    }

    private static void enter(ConsoleSession session, String... commands) throws IOException, InterruptedException {
        for (String command : commands) {
            assertEquals("", session.enter(command), command);
        }
    }

    private static void shutDown(ConsoleSession session) throws IOException, InterruptedException {
        session.type("shutdown" + ConsoleSession.ENTER);
        assertEquals(0, session.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt", "dos"})
    void filesOnTheFirstPartitionAreReadAndWrittenAndNothingElseIs(String label) throws IOException, InterruptedException {
        makeDisk(label);
        byte[] before = Files.readAllBytes(disk);
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--disk", disk.toString())) {
            assertTrue(session.enter("ls").contains(" first"));
            assertEquals("on the first\r\n", session.enter("cat first"));
            enter(session, "mkdir new", "cp big new/one", "sync", "cp first new/two");
            assertTrue(session.enter("kill partitions").contains("was killed and started again"));
            enter(session, "cp first new/three", "sync");
            assertTrue(session.enter("kill disk").contains("was killed and started again"));
            assertEquals("on the first\r\n".repeat(3), session.enter("cat first new/two new/three"));
            shutDown(session);
        }
        byte[] after = Files.readAllBytes(disk);
        assertArrayEquals(part(before, 0, FIRST), part(after, 0, FIRST));
        assertArrayEquals(part(before, FIRST + BYTES, DISK), part(after, FIRST + BYTES, DISK));
        assertCopied(extracted(FIRST), "/new/one");
    }

    @Test
    void theIntegrityServerStandsOnTheSecondPartitionWhileThePartitionServerIsKilled() throws IOException, InterruptedException {
        makeDisk("gpt");
        byte[] before = Files.readAllBytes(disk);
        String[] options = Stream.concat(Stream.of("--system", TestSystem.of("partitions", folder).folder().toString()), Stream.of(TestSystem.qemu(
                "-device", "intel-iommu,intremap=on",
                "-drive", "if=none,id=disk,format=raw,file=" + disk, "-device", "virtio-blk-pci,drive=disk,disable-legacy=on,iommu_platform=on"))).toArray(String[]::new);
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, options)) {
            assertTrue(session.enter("ls").contains(" second"));
            long deaths = deaths(session);
            enter(session, "cp big copy", "sync");
            deaths = deaths(session) - deaths;
            assertTrue(deaths >= LEAST_DEATHS, deaths + " deaths");
            enter(session, "cp copy again", "sync");
            assertEquals("on the second\r\n", session.enter("cat second"));
            shutDown(session);
        }
        byte[] after = Files.readAllBytes(disk);
        assertArrayEquals(part(before, 0, SECOND), part(after, 0, SECOND));
        assertArrayEquals(part(before, SECOND + BYTES, DISK), part(after, SECOND + BYTES, DISK));
        Path partition = extracted(SECOND);
        assertCopied(partition, "/copy");
        assertCopied(partition, "/again");
    }

    private static long deaths(ConsoleSession session) throws IOException, InterruptedException {
        String listing = session.enter("ps");
        return RESTARTS.matcher(listing.replace("\r", "")).results().mapToLong(row -> Long.parseLong(row.group(1))).findFirst().orElseThrow(() -> new AssertionError(listing));
    }
}
