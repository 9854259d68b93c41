package peaberry.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import peaberry.standin.HostTool;

/**
 * A Linux with one program, {@code launcher/src/main/linux/init.c}, which loads the modules that are needed for a disk, and does the work.
 *
 * @param kernel    what QEMU boots
 * @param archive   its first file system
 * @param arguments what the kernel is told
 */
record LinuxGuest(Path kernel, Path archive, String arguments) {

    private static final Path SOURCE = Home.FOLDER.resolve("launcher/src/main/linux/init.c");
    private static final Path PROGRAM = LinuxPackage.FOLDER.resolve("init");
    private static final Path ARCHIVE = LinuxPackage.FOLDER.resolve("initramfs");
    /** What a disk needs, and the checksums of ext4 by the processor's instruction, as Debian loads it at boot where there is one. */
    private static final List<String> MODULES = List.of("virtio_pci", "virtio_blk", "crc32c_intel", "ext4");
    /** Debian's defaults, but that page tables are isolated no more than Peaberry's (docs/security.md). A kernel that panics ends QEMU. */
    private static final String KERNEL_ARGUMENTS = "console=ttyS0 quiet pti=off panic=-1 -- ";

    /** Brings it up to date. */
    static LinuxGuest build(LinuxPackage linux) throws Failure, IOException, InterruptedException {
        compile();
        Map<String, byte[]> modules = new LinuxModules(linux.modules()).withWhatTheyNeed(MODULES);
        CpioArchive archive = new CpioArchive().folder("disk").file("init", Files.readAllBytes(PROGRAM));
        modules.forEach((name, content) -> archive.file(name, content));
        Files.write(ARCHIVE, archive.toBytes());
        return new LinuxGuest(linux.kernel(), ARCHIVE, modules.keySet().stream().map(name -> "/" + name).collect(Collectors.joining(" ", KERNEL_ARGUMENTS, "")));
    }

    private static void compile() throws Failure, IOException, InterruptedException {
        Process clang = HostTool.of("clang-19", "--target=x86_64-linux-gnu", "-O2", "-ffreestanding", "-fno-stack-protector", "-Wall", "-Wextra", "-Werror",
                "-nostdlib", "-static", "-fuse-ld=lld-19", "-o", PROGRAM.toString(), SOURCE.toString()).start();
        String said = new String(clang.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (clang.waitFor() != 0) {
            throw new Failure("the program for Linux cannot be built with clang-19 and ld.lld-19:\n" + said);
        }
    }
}
