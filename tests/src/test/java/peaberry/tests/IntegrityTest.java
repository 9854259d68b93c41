package peaberry.tests;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The integrity server in systems that tests/src/test/systems declares. */
class IntegrityTest {

    private static final long DISK_BYTES = 8 << 20;

    @TempDir
    private Path folder;

    /** Before a driver that does wrong on purpose. */
    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void wrongDataNeverReachTheClientAndDeathsAreNoHarm(Machine machine) throws IOException, InterruptedException {
        TestSystem.of("integrity", folder).assertPrints("""
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
                driver breaks the rules: written DONE, read DEVICE_ERROR
                disk broke the rules of an interface, says integrity
                further reports: 8
                disk broke the rules of an interface, says client
                reported: written DONE, read DONE, right
                report of numbers: REFUSED
                report of client: REFUSED
                report of supervisor: REFUSED
                report of serial: DONE
                disk was made anew 12 times
                integrity was made anew 5 times
                """, machine);
    }

    /** With a virtio disk, confined by an IOMMU, and a key that nobody knows. */
    @Test
    void aDiskBehindItIsRightWhoeverDies() throws IOException, InterruptedException {
        Path disk = folder.resolve("disk");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(DISK_BYTES);
        }
        TestSystem.of("checked-disk", folder).assertPrints("""
                size: DONE, 16384
                40 of 40 right
                written past the server: DONE, read CORRUPT
                flushed: DONE
                """, Machine.Q35,
                "--qemu-arg", "-device", "--qemu-arg", "intel-iommu,intremap=on",
                "--qemu-arg", "-drive", "--qemu-arg", "if=none,id=disk,format=raw,file=" + disk,
                "--qemu-arg", "-device", "--qemu-arg", "virtio-blk-pci,drive=disk,disable-legacy=on,iommu_platform=on",
                "--qemu-arg", "-device", "--qemu-arg", "virtio-rng-pci,disable-legacy=on,iommu_platform=on");
    }
}
