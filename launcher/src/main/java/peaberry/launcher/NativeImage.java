package peaberry.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import peaberry.abi.BootArchive;
import peaberry.compiler.CompileException;
import peaberry.image.BootArchiveWriter;
import peaberry.image.ImageBuilder;
import peaberry.image.Programs;

/** The kernel and the boot archive for the bare machine. */
final class NativeImage {

    /** What the shell prints when it waits for a command. */
    static final String PROMPT = "peaberry> ";
    static final Path KERNEL_REPORT = Home.IMAGE.resolve("kernel.report.json");

    private static final Path BENCH_ARCHIVE = Home.IMAGE.resolve("bench.archive");

    private NativeImage() {}

    /** Brings the image up to date, with progress on standard error. */
    static void build() throws Failure, IOException {
        try (FileChannel lock = FileChannel.open(Home.BUILD.resolve("image.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock(); // one build at a time; closing the channel lets the next one in
            new ImageBuilder(Home.FOLDER, Home.CLASSES, Home.IMAGE, step -> System.err.println("peaberry: " + step)).build();
        } catch (CompileException refusals) {
            throw new Failure("the image cannot be built:\n" + refusals.getMessage(), refusals);
        }
    }

    /** Writes the boot archive that starts the measurements in place of the shell; the rest of the image is up to date. */
    static Path benchArchive() throws IOException {
        BootArchiveWriter archive = new BootArchiveWriter();
        for (Programs.Program program : Programs.ALL) {
            archive.addLinked(program.name(), part(program.name() + ".elf"));
            archive.add(program.name() + ".lines", BootArchive.Kind.LINE_TABLE, part(program.name() + ".lines"));
        }
        archive.add("kernel.lines", BootArchive.Kind.LINE_TABLE, part("kernel.lines"));
        archive.add("boot", BootArchive.Kind.TEXT, "bench".getBytes(StandardCharsets.US_ASCII));
        return Files.write(BENCH_ARCHIVE, archive.toBytes());
    }

    private static byte[] part(String file) throws IOException {
        return Files.readAllBytes(Home.IMAGE.resolve(file));
    }
}
