package peaberry.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import peaberry.abi.BootArchive;
import peaberry.compiler.CompileException;
import peaberry.image.ImageBuilder;
import peaberry.image.KernelVariant;

/** The kernel and the boot archive for the bare machine. */
final class NativeImage {

    /** What the shell prints when it waits for a command. */
    static final String PROMPT = "peaberry> ";
    static final Path KERNEL_REPORT = Home.IMAGE.resolve("kernel.report.json");

    private static final Path BENCH_ARCHIVE = Home.IMAGE.resolve("bench.archive");

    private NativeImage() {}

    /** Brings the image up to date, with progress on standard error. */
    static void build() throws Failure, IOException {
        build(ImageBuilder::build);
    }

    /**
     * Brings the image up to date, and the boot archive that tests the kernel in the shell's place.
     *
     * @param boot which test it is: what root reads in the archive
     */
    static Path buildTest(String boot) throws Failure, IOException {
        return build(builder -> {
            builder.build();
            return builder.buildTest(boot);
        });
    }

    /** Brings one of the kernels up to date. */
    static Path buildKernel(KernelVariant variant) throws Failure, IOException {
        return build(builder -> builder.buildKernel(variant));
    }

    /** What is built, while nobody else builds. */
    private interface Build<T> {
        T by(ImageBuilder builder) throws IOException, CompileException;
    }

    private static <T> T build(Build<T> what) throws Failure, IOException {
        try (FileChannel lock = FileChannel.open(Home.BUILD.resolve("image.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock(); // one build at a time; closing the channel lets the next one in
            return what.by(new ImageBuilder(Home.FOLDER, Home.CLASSES, Home.IMAGE, step -> System.err.println("peaberry: " + step)));
        } catch (CompileException refusals) {
            throw new Failure("the image cannot be built:\n" + refusals.getMessage(), refusals);
        }
    }

    /** Writes the boot archive that starts the measurements in place of the shell; the rest of the image is up to date. */
    static Path benchArchive() throws IOException {
        byte[] archive = ImageBuilder.archive(Home.IMAGE)
                .add("boot", BootArchive.Kind.TEXT, "bench".getBytes(StandardCharsets.US_ASCII)).toBytes();
        return Files.write(BENCH_ARCHIVE, archive);
    }
}
