package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy from one disk to another is right although the drivers of both die all the while, as tests/src/test/systems/two-disks has them do. */
class TwoDiskCopyTest {

    private static final int COPIED_BYTES = 16 << 20;
    private static final long SEED = 4;
    /** Each target has room for two copies: one while drivers are killed, one while they crash. */
    private static final int COPIES = 2;
    private static final List<String> ROUNDS = List.of(
            "virtio, drivers killed", "virtio, drivers crashed", "sata, drivers killed", "sata, drivers crashed");
    private static final Pattern ROUND = Pattern.compile(
            "(.*): copied, the same, (\\d+) ms, source died (\\d+) times, target (\\d+), calls made again (\\d+)");
    /** In a second of the guest's time. */
    private static final int LEAST_DEATHS = 10;
    private static final int MILLISECONDS = 1000;

    @TempDir
    private Path folder;

    @Test
    void whatIsCopiedIsRightThoughBothDriversDieMoreThanTenTimesASecond() throws IOException, InterruptedException {
        byte[] bytes = new byte[COPIED_BYTES];
        new Random(SEED).nextBytes(bytes);
        Path source = Files.write(folder.resolve("source"), bytes);
        Path virtio = Files.write(folder.resolve("virtio"), new byte[COPIES * COPIED_BYTES]);
        Path sata = Files.write(folder.resolve("sata"), new byte[COPIES * COPIED_BYTES]);
        Stream<String> machine = Stream.concat(Stream.of("--icount"), Stream.of(TestSystem.qemu(
                "-device", "intel-iommu,intremap=on",
                "-drive", drive("source", source), "-device", "virtio-blk-pci,drive=source,disable-legacy=on,iommu_platform=on",
                "-drive", drive("virtio", virtio), "-device", "virtio-blk-pci,drive=virtio,disable-legacy=on,iommu_platform=on",
                "-drive", drive("sata", sata), "-device", "ide-hd,drive=sata,bus=ide.0")));
        String output = TestSystem.of("two-disks", folder).run(Machine.Q35, machine.toArray(String[]::new));
        List<String> lines = output.lines().toList();
        assertEquals(ROUNDS.size(), lines.size(), output);
        long again = 0;
        for (int i = 0; i < ROUNDS.size(); i++) {
            again += callsMadeAgain(ROUNDS.get(i), lines.get(i));
        }
        assertTrue(again > 0, output);
        assertCopied(bytes, virtio);
        assertCopied(bytes, sata);
    }

    private static String drive(String id, Path file) {
        return "if=none,format=raw,id=" + id + ",file=" + file;
    }

    private static long callsMadeAgain(String name, String line) {
        Matcher round = ROUND.matcher(line);
        assertTrue(round.matches(), line);
        assertEquals(name, round.group(1));
        long milliseconds = Long.parseLong(round.group(2));
        for (int driver = 3; driver <= 4; driver++) {
            long deaths = Long.parseLong(round.group(driver));
            assertTrue(deaths >= LEAST_DEATHS && deaths * MILLISECONDS >= LEAST_DEATHS * milliseconds, line);
        }
        return Long.parseLong(round.group(5));
    }

    private static void assertCopied(byte[] bytes, Path target) throws IOException {
        byte[] copies = Files.readAllBytes(target);
        for (int copy = 0; copy < COPIES; copy++) {
            assertArrayEquals(bytes, Arrays.copyOfRange(copies, copy * COPIED_BYTES, (copy + 1) * COPIED_BYTES));
        }
    }
}
