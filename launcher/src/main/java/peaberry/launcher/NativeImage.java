package peaberry.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import peaberry.abi.BootArchive;
import peaberry.compiler.CompileException;
import peaberry.compiler.Compiler;
import peaberry.compiler.Request;
import peaberry.compiler.Target;
import peaberry.image.BootArchiveWriter;
import peaberry.image.ImageBuilder;
import peaberry.image.Programs;

/** The kernel and the boot archive for the bare machine. */
final class NativeImage {

    /** What the shell prints when it waits for a command. */
    static final String PROMPT = "peaberry> ";
    static final Path KERNEL_REPORT = Home.IMAGE.resolve("kernel.report.json");

    private static final String BENCH = "bench";
    private static final Path BENCH_ARCHIVE = Home.IMAGE.resolve("bench.archive");

    private NativeImage() {}

    /** Brings the image up to date, with progress on standard error. */
    static void build() throws Failure, IOException {
        try (FileChannel lock = FileChannel.open(Home.BUILD.resolve("image.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock(); // one build at a time; closing the channel lets the next one in
            new ImageBuilder(Home.FOLDER, Home.CLASSES, Home.IMAGE, NativeImage::say).build();
        } catch (CompileException refusals) {
            throw new Failure("the image cannot be built:\n" + refusals.getMessage(), refusals);
        }
    }

    /** Builds the boot archive that starts the measurements in place of the shell; the rest of the image is up to date. */
    static Path benchArchive() throws Failure, IOException {
        say("compiling " + BENCH);
        List<Path> classes = Stream.of("peaberry.bench", "peaberry.runtime", "peaberry.abi", "peaberry.machine").map(Home.CLASSES::resolve).toList();
        try {
            Compiler.compile(new Request(BENCH, Target.PROGRAM, classes, "peaberry.bench.Bench",
                    List.of(Home.FOLDER.resolve("machine/src/main/llvm")), List.of(), null, Home.IMAGE));
        } catch (CompileException refusals) {
            throw new Failure("the measurements cannot be built:\n" + refusals.getMessage(), refusals);
        }
        BootArchiveWriter archive = new BootArchiveWriter();
        for (Programs.Program program : Programs.ALL) {
            add(archive, program.name());
        }
        add(archive, BENCH);
        archive.add("kernel.lines", BootArchive.Kind.LINE_TABLE, part("kernel.lines"));
        archive.add("boot", BootArchive.Kind.TEXT, BENCH.getBytes(StandardCharsets.US_ASCII));
        return Files.write(BENCH_ARCHIVE, archive.toBytes());
    }

    private static void add(BootArchiveWriter archive, String program) throws IOException {
        archive.add(program, BootArchive.Kind.PROGRAM, part(program + ".elf"));
        archive.add(program + ".lines", BootArchive.Kind.LINE_TABLE, part(program + ".lines"));
    }

    private static byte[] part(String file) throws IOException {
        return Files.readAllBytes(Home.IMAGE.resolve(file));
    }

    private static void say(String step) {
        System.err.println("peaberry: " + step);
    }
}
