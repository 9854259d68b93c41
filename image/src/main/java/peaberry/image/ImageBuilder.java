package peaberry.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peaberry.abi.BootArchive;
import peaberry.compiler.CompileException;
import peaberry.compiler.Compiler;
import peaberry.compiler.Request;
import peaberry.compiler.Target;

/**
 * Builds the native image into {@code build/image}: {@code kernel.elf}, {@code boot.archive} with the programs and line
 * tables, and {@code report.json}, an object with the compiler's report of each part under its name.
 *
 * <p>A part is compiled only if something that goes into it has changed since: its class files, the assembly, the
 * lowerings, the linker script or the compiler itself. Two are compiled at a time.
 */
public final class ImageBuilder {

    private static final String KERNEL = "kernel";
    private static final int PARALLEL_COMPILATIONS = 2;

    /** What compiles a part; {@link Compiler#compile} but in tests. */
    interface PartCompiler {
        void compile(Request request) throws CompileException;
    }

    private final Path project;
    private final Path classes;
    private final Path output;
    private final PartCompiler compiler;
    private final Consumer<String> progress;

    /**
     * @param project  folder of the sources
     * @param classes  folder with the class files of each module in a folder of the module's name
     * @param output   folder that the image is written to
     * @param progress told in a few words what is being done
     */
    public ImageBuilder(Path project, Path classes, Path output, Consumer<String> progress) {
        this(project, classes, output, progress, Compiler::compile);
    }

    ImageBuilder(Path project, Path classes, Path output, Consumer<String> progress, PartCompiler compiler) {
        this.project = project;
        this.classes = classes;
        this.output = output;
        this.progress = progress;
        this.compiler = compiler;
    }

    /** The command: builds the project in the working directory. */
    public static void main(String[] arguments) {
        Path project = Path.of("").toAbsolutePath();
        Path build = project.resolve("build");
        try {
            new ImageBuilder(project, build.resolve("classes"), build.resolve("image"), System.out::println).build();
        } catch (IOException | CompileException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    /**
     * Brings the image up to date.
     *
     * @return whether anything had to be done
     */
    public boolean build() throws IOException, CompileException {
        Files.createDirectories(output);
        List<Request> requests = requests(Programs.ALL);
        requests.addFirst(kernel(KernelVariant.ORDINARY));
        Path archive = output.resolve("boot.archive");
        boolean packed = Files.exists(archive) && Files.exists(output.resolve("report.json"));
        boolean changed = bringUpToDate(requests, archive);
        if (!changed && packed) {
            return false;
        }
        progress.accept("packing the boot archive");
        pack(requests);
        return true;
    }

    /**
     * Brings an archive up to date that tests the kernel in the shell's place.
     *
     * @param boot what its text entry {@code boot} says, which is also its file's name
     * @return the archive
     */
    public Path buildTest(String boot) throws IOException, CompileException {
        Files.createDirectories(output);
        Path archive = output.resolve(boot + ".archive");
        bringUpToDate(requests(Programs.TESTING), archive);
        return Files.write(archive, archive(output, Programs.TESTING)
                .add("boot", BootArchive.Kind.TEXT, boot.getBytes(StandardCharsets.US_ASCII)).toBytes());
    }

    /** Compiles what is stale, which makes {@code product} so. @return whether anything was */
    private boolean bringUpToDate(List<Request> requests, Path product) throws IOException, CompileException {
        List<InputHash> stale = new ArrayList<>();
        List<Request> staleRequests = new ArrayList<>();
        for (Request request : requests) {
            InputHash hash = InputHash.of(request, compilerClasses());
            if (!hash.isCurrent()) {
                stale.add(hash);
                staleRequests.add(request);
            }
        }
        if (!stale.isEmpty()) {
            Files.deleteIfExists(product); // a build that ends early leaves nothing that looks finished
            compile(staleRequests, stale);
        }
        return !stale.isEmpty();
    }

    /** Brings one of the kernels up to date. @return its image */
    public Path buildKernel(KernelVariant variant) throws IOException, CompileException {
        Path image = output.resolve(variant.image() + ".elf");
        bringUpToDate(List.of(kernel(variant)), image);
        return image;
    }

    private Request kernel(KernelVariant variant) throws IOException {
        Path source = project.resolve("kernel/arch/x86_64/src/main/asm");
        return new Request(variant.image(), Target.KERNEL, folders(Programs.KERNEL_MODULES), variant.mainClass(),
                lowerings(), assembly(source), source.resolve("kernel.ld"), output);
    }

    private List<Request> requests(List<Programs.Program> programs) {
        return programs.stream().map(program -> new Request(program.name(), Target.PROGRAM, folders(program.modules()),
                program.mainClass(), lowerings(), List.of(), null, output)).collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Path> lowerings() {
        return List.of(project.resolve("machine/src/main/llvm"));
    }

    private List<Path> folders(List<String> modules) {
        return modules.stream().map(classes::resolve).toList();
    }

    private static List<Path> assembly(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".S")).sorted().toList();
        }
    }

    /** Where the compiler's own classes are: a changed compiler makes everything stale. */
    private Path compilerClasses() {
        return classes.resolve("peaberry.compiler");
    }

    private void compile(List<Request> requests, List<InputHash> hashes) throws IOException, CompileException {
        ExecutorService executor = Executors.newFixedThreadPool(PARALLEL_COMPILATIONS);
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                Request request = requests.get(i);
                InputHash hash = hashes.get(i);
                results.add(executor.submit(() -> {
                    progress.accept("compiling " + request.name());
                    hash.forget();
                    compiler.compile(request);
                    hash.record();
                    return null;
                }));
            }
            for (Future<Void> result : results) {
                await(result);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void await(Future<Void> result) throws IOException, CompileException {
        try {
            result.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the build was interrupted", interrupted);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case CompileException cause -> throw cause;
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IOException(failure.getCause());
            }
        }
    }

    /** The boot archive made of what was built into {@code folder}; the caller may add to it. */
    public static BootArchiveWriter archive(Path folder) throws IOException {
        return archive(folder, Programs.ALL);
    }

    private static BootArchiveWriter archive(Path folder, List<Programs.Program> programs) throws IOException {
        BootArchiveWriter archive = new BootArchiveWriter();
        addLines(archive, folder, KERNEL);
        for (Programs.Program program : programs) {
            archive.addLinked(program.name(), Files.readAllBytes(folder.resolve(program.name() + ".elf")));
            addLines(archive, folder, program.name());
        }
        return archive;
    }

    private static void addLines(BootArchiveWriter archive, Path folder, String part) throws IOException {
        String name = part + ".lines";
        archive.add(name, BootArchive.Kind.LINE_TABLE, Files.readAllBytes(folder.resolve(name)));
    }

    private void pack(List<Request> requests) throws IOException {
        List<String> reports = new ArrayList<>();
        for (Request request : requests) {
            String report = Files.readString(output.resolve(request.name() + ".report.json")).strip();
            reports.add("\"" + request.name() + "\": " + report);
        }
        Files.write(output.resolve("boot.archive"), archive(output).toBytes());
        Files.writeString(output.resolve("report.json"), "{\n" + String.join(",\n", reports) + "\n}\n");
    }
}
