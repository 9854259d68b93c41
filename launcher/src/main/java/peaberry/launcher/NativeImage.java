package peaberry.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import peaberry.compiler.CompileException;
import peaberry.compiler.Effort;
import peaberry.image.ImageBuilder;
import peaberry.image.KernelVariant;
import peaberry.image.SystemSource;
import peaberry.image.system.DeclarationException;

/** The kernel and the boot archive for the bare machine. */
final class NativeImage {

    /** What the minimal system's shell prints when it waits for a command. */
    static final String PROMPT = "peaberry> ";
    static final Path KERNEL_REPORT = Home.IMAGE.resolve("kernel.report.json");

    private static final String IF_REFUSED = "the image cannot be built";

    private NativeImage() {}

    /** Brings kernel and boot archive up to date, with progress on standard error. @return the archive */
    static Path build(ChosenSystem system) throws Failure, IOException {
        return build(system, builder -> {
            builder.build(system.source());
            return system.archive();
        });
    }

    /** The same without progress. */
    static Path buildQuietly(ChosenSystem system) throws Failure, IOException {
        return build(system, step -> { }, IF_REFUSED, builder -> {
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
        return build(ChosenSystem.minimal(), builder -> builder.buildKernel(variant));
    }

    /** Brings the executable of an ordinary Java program up to date. @param executable that is to be */
    static void buildProgram(String mainClass, List<Path> classPath, Effort effort, Path executable) throws Failure, IOException {
        build(ChosenSystem.ordinary(), NativeImage::say, "the program cannot be compiled for Peaberry", builder -> {
            builder.buildProgram(mainClass, classPath, effort, executable);
            return executable;
        });
    }

    /** Brings the archive of the system up to date that runs a single program. @param executable the program's @param archive that is to be */
    static void buildAround(Path executable, Path archive) throws Failure, IOException {
        build(ChosenSystem.ordinary(), builder -> builder.build(SystemSource.forProgram(Home.FOLDER, archive), Map.of("program", executable)));
    }

    /** What is built, while nobody else builds. */
    private interface Build<T> {
        T by(ImageBuilder builder) throws IOException, CompileException, DeclarationException;
    }

    private static <T> T build(ChosenSystem system, Build<T> what) throws Failure, IOException {
        return build(system, NativeImage::say, IF_REFUSED, what);
    }

    private static <T> T build(ChosenSystem system, Consumer<String> progress, String ifRefused, Build<T> what) throws Failure, IOException {
        try (FileChannel lock = FileChannel.open(Home.BUILD.resolve("image.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock(); // one build at a time; closing the channel lets the next one in
            return what.by(new ImageBuilder(Home.FOLDER, system.modules(), Home.IMAGE, progress));
        } catch (CompileException refusals) {
            throw new Failure(ifRefused + ":\n" + refusals.getMessage(), refusals);
        } catch (DeclarationException refusals) {
            throw ChosenSystem.refused(refusals);
        }
    }
}
