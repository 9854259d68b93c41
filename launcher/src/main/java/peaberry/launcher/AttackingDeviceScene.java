package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A driver has its device reach for memory that is not the driver's. The IOMMU stops the device, and the log says who it was. */
final class AttackingDeviceScene implements DemoScene {

    private static final Path SYSTEM = Path.of("tests/src/test/systems/dma-attack");
    private static final int DISK_BYTES = 1 << 20;

    @Override
    public String title() {
        return "A driver attacks with its device";
    }

    @Override
    public void play(DemoStage stage) throws Failure, IOException, InterruptedException {
        Path folder = Files.createDirectories(Home.BUILD.resolve("demo"));
        Path system = folder.resolve("dma-attack");
        copy(Home.FOLDER.resolve(SYSTEM), system);
        List<String> arguments = new ArrayList<>(List.of("run", "--system", Home.FOLDER.relativize(system).toString(), "--icount"));
        List<String> devices = new ArrayList<>(List.of("-device", "intel-iommu,intremap=on"));
        for (String disk : List.of("first", "second")) {
            Path file = Files.write(folder.resolve(disk), new byte[DISK_BYTES]);
            devices.addAll(List.of("-drive", "if=none,format=raw,id=" + disk + ",file=" + file,
                    "-device", "virtio-blk-pci,drive=" + disk + ",disable-legacy=on,iommu_platform=on"));
        }
        devices.forEach(argument -> arguments.addAll(List.of("--qemu-arg", argument)));
        stage.say("A device can write anywhere in memory, if nobody hinders it. This driver tells its disk to write into the kernel.");
        try (DemoGuest guest = new DemoGuest(stage, arguments)) {
            guest.await("its device was stopped when it wrote at 0x100000");
            guest.await("is given up");
            guest.end();
        }
        stage.say("Each time the device was stopped before it read or wrote, and its driver named.");
        stage.say("Interrupts in another's name are delivered by some versions of this emulator: one too many does no harm.");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).filter(each -> !each.startsWith(from.resolve("build"))).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
    }
}
