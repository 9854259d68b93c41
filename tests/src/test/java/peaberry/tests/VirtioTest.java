package peaberry.tests;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drivers of virtio devices with QEMU's devices, behind an IOMMU. */
class VirtioTest {

    private static final long DISK_BYTES = 8 << 20;

    @TempDir
    private Path folder;

    @Test
    void disksRandomNumbersAndNetworksWorkWhileTheirDriversDie() throws IOException, InterruptedException {
        runWith("iommu_platform=on", """
                disk: DONE, 16384
                40 of 40 right
                forgotten: 1
                behind the end: OUT_OF_RANGE, too large: BAD_WINDOW, flushed: DONE
                a window that allows too little: BAD_WINDOW
                nothing: UNREACHABLE
                the driver's own endpoint: INVALID
                its other interface: INVALID
                another server's endpoint: INVALID
                root's endpoint: INVALID
                an address space: INVALID
                an endpoint that nobody hears: INVALID
                a notification: INVALID
                a frame: INVALID
                afterwards: DONE, the driver lives
                random numbers: DONE, 40 different ones
                station: DONE, 0x525400123456, up
                gateway: DONE, 0x52550a000202
                40 of 40 echoes
                nobody: NO_ANSWER
                """);
    }

    /** They would reach all memory, past the IOMMU. */
    @Test
    void devicesThatAreNotConfinedAreNotUsed() throws IOException, InterruptedException {
        runWith("iommu_platform=off", """
                disk: NO_DEVICE, 0
                0 of 40 right
                forgotten: 0
                behind the end: NO_DEVICE, too large: NO_DEVICE, flushed: NO_DEVICE
                a window that allows too little: NO_DEVICE
                nothing: UNREACHABLE
                the driver's own endpoint: INVALID
                its other interface: INVALID
                another server's endpoint: INVALID
                root's endpoint: INVALID
                an address space: INVALID
                an endpoint that nobody hears: INVALID
                a notification: INVALID
                a frame: INVALID
                afterwards: NO_DEVICE, the driver lives
                random numbers: NO_DEVICE, 0 different ones
                station: NO_DEVICE
                gateway: NO_NETWORK
                0 of 40 echoes
                nobody: NO_NETWORK
                """);
    }

    private void runWith(String platform, String expected) throws IOException, InterruptedException {
        Path disk = folder.resolve("disk");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(DISK_BYTES);
        }
        List<String> options = new ArrayList<>();
        add(options, "-device", "intel-iommu,intremap=on");
        add(options, "-drive", "if=none,id=disk,format=raw,file=" + disk);
        add(options, "-netdev", "user,id=network,restrict=on");
        add(options, "-device", "virtio-blk-pci,disable-legacy=on,drive=disk," + platform);
        add(options, "-device", "virtio-rng-pci,disable-legacy=on," + platform);
        add(options, "-device", "virtio-net-pci,disable-legacy=on,netdev=network,mac=52:54:00:12:34:56," + platform);
        TestSystem.of("virtio", folder).assertPrints(expected, Machine.Q35, options.toArray(String[]::new));
    }

    private static void add(List<String> options, String name, String value) {
        options.addAll(List.of("--qemu-arg", name, "--qemu-arg", value));
    }
}
