package peaberry.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import peaberry.compiler.CompileException;
import peaberry.image.ImageBuilder;
import peaberry.image.KernelVariant;
import peaberry.image.system.DeclarationException;

/** The kernel and the boot archive for the bare machine. */
final class NativeImage {

    /** What the minimal system's shell prints when it waits for a command. */
    static final String PROMPT = "peaberry> ";
    static final Path KERNEL_REPORT = Home.IMAGE.resolve("kernel.report.json");

    private NativeImage() {}

    /** Brings kernel and boot archive up to date, with progress on standard error. @return the archive */
    static Path build(ChosenSystem system) throws Failure, IOException {
        return build(system, NativeImage::say, builder -> {
            builder.build(system.source());
            return system.archive();
        });
    }

    /** The same without progress. */
    static Path buildQuietly(ChosenSystem system) throws Failure, IOException {
        return build(system, step -> { }, builder -> {
            builder.build(system.source());
            return system.archive();
        });
    }

    private static void say(String step) {
        System.err.println("peaberry: " + step);
    }

    /** The same of the minimal system. */
    static Path buildMinimal() throws Failure, IOException {
        return build(ChosenSystem.minimal());
    }

    /** The same of one of the systems that test or measure. */
    static Path build(String other) throws Failure, IOException {
        return build(ChosenSystem.other(other));
    }

    /** Brings one of the kernels up to date. */
    static Path buildKernel(KernelVariant variant) throws Failure, IOException {
        return build(ChosenSystem.minimal(), NativeImage::say, builder -> builder.buildKernel(variant));
    }

    /** What is built, while nobody else builds. */
    private interface Build<T> {
        T by(ImageBuilder builder) throws IOException, CompileException, DeclarationException;
    }

    private static <T> T build(ChosenSystem system, Consumer<String> progress, Build<T> what) throws Failure, IOException {
        try (FileChannel lock = FileChannel.open(Home.BUILD.resolve("image.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock(); // one build at a time; closing the channel lets the next one in
            return what.by(new ImageBuilder(Home.FOLDER, system.modules(), Home.IMAGE, progress));
        } catch (CompileException refusals) {
            throw new Failure("the image cannot be built:\n" + refusals.getMessage(), refusals);
        } catch (DeclarationException refusals) {
            throw ChosenSystem.refused(refusals);
        }
    }
}
