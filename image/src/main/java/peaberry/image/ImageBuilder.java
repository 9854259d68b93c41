package peaberry.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import peaberry.abi.BootArchive;
import peaberry.compiler.CompileException;
import peaberry.compiler.Compiler;
import peaberry.compiler.Effort;
import peaberry.compiler.Request;
import peaberry.compiler.Target;
import peaberry.image.system.DeclarationException;
import peaberry.image.system.SystemDeclaration;

/**
 * Builds native images: the kernel and the programs, each a part {@code PART.elf} with the compiler's {@code PART.report.json}
 * in a folder, and for each system the boot archive with the declaration, the programs that it names, and their line tables.
 *
 * <p>A part is compiled only if something that goes into it has changed since: its class files, the assembly, the
 * lowerings, the linker script or the compiler itself. Two are compiled at a time. An ordinary Java program is such a part too; {@link OrdinaryPrograms}
 * compiles it.
 */
public final class ImageBuilder {

    private static final String KERNEL = "kernel";
    private static final int PARALLEL_COMPILATIONS = 2;

    /** What compiles a part; {@link Compiler#compile} but in tests. */
    interface PartCompiler {
        void compile(Request request) throws CompileException;
    }

    /** What is compiled apart from the others. */
    private record Part(String name, InputHash inputs, Compilation compilation) {
    }

    private interface Compilation {
        void run() throws IOException, CompileException;
    }

    private final Path project;
    private final ModuleFolders modules;
    private final Path output;
    private final PartCompiler compiler;
    private final Consumer<String> progress;

    /**
     * @param project  folder of the sources
     * @param modules  where the class files are
     * @param output   folder that the parts are written to
     * @param progress told in a few words what is being done
     */
    public ImageBuilder(Path project, ModuleFolders modules, Path output, Consumer<String> progress) {
        this(project, modules, output, progress, Compiler::compile);
    }

    ImageBuilder(Path project, ModuleFolders modules, Path output, Consumer<String> progress, PartCompiler compiler) {
        this.project = project;
        this.modules = modules;
        this.output = output;
        this.progress = progress;
        this.compiler = compiler;
    }

    /** Brings the kernel and a system's boot archive up to date. @return whether anything had to be done */
    public boolean build(SystemSource system) throws IOException, CompileException, DeclarationException {
        return build(system, Map.of());
    }

    /**
     * The same with further executables in the archive.
     *
     * @param added by the names under which they can be started, beside what {@code [programs]} declares
     */
    public boolean build(SystemSource system, Map<String, Path> added) throws IOException, CompileException, DeclarationException {
        Files.createDirectories(output);
        SystemDeclaration declaration = system.read(modules);
        List<Programs.Program> programs = system.programs(declaration, modules);
        Path archive = system.archive();
        List<Part> parts = parts(programs);
        parts.addFirst(part(kernel(KernelVariant.ORDINARY)));
        boolean changed = bringUpToDate(parts, archive);
        byte[] packed = pack(declaration, programs, added);
        if (!changed && Files.exists(archive) && Arrays.equals(Files.readAllBytes(archive), packed)) {
            return false;
        }
        progress.accept("packing " + archive.getFileName());
        Files.write(archive, packed);
        return true;
    }

    /** Compiles what is stale, which makes {@code product} so. @return whether anything was */
    private boolean bringUpToDate(List<Part> parts, Path product) throws IOException, CompileException {
        List<Part> stale = new ArrayList<>();
        for (Part part : parts) {
            if (!part.inputs().isCurrent()) {
                stale.add(part);
            }
        }
        if (!stale.isEmpty()) {
            Files.deleteIfExists(product); // a build that ends early leaves nothing that looks finished
            compile(stale);
        }
        return !stale.isEmpty();
    }

    /**
     * Brings the executable of an ordinary Java program up to date, whose class files may be anywhere.
     *
     * @param classPath  folders and jars with all that the program uses apart from the Java platform
     * @param effort     that is made for it to be fast
     * @param executable that is to be; beside it is what is made on the way
     * @throws CompileException if the program uses what there is not
     */
    public void buildProgram(String mainClass, List<Path> classPath, Effort effort, Path executable) throws IOException, CompileException {
        Files.createDirectories(output);
        Files.createDirectories(executable.getParent());
        MainClass.check(mainClass, classPath);
        OrdinaryPrograms ordinary = new OrdinaryPrograms(project, modules, output);
        bringUpToDate(List.of(part(ordinary, mainClass, new OrdinaryPrograms.Source(mainClass, classPath, effort, executable))), executable);
    }

    /** An executable without what only a debugger reads. */
    public static byte[] stripped(Path executable) throws IOException {
        return StrippedProgram.of(Files.readAllBytes(executable));
    }

    /** Brings one of the kernels up to date. @return its image */
    public Path buildKernel(KernelVariant variant) throws IOException, CompileException {
        Path image = output.resolve(variant.image() + ".elf");
        bringUpToDate(List.of(part(kernel(variant))), image);
        return image;
    }

    private Request kernel(KernelVariant variant) throws IOException {
        Path source = project.resolve("kernel/arch/x86_64/src/main/asm");
        return new Request(variant.image(), Target.KERNEL, modules.of(Programs.KERNEL_MODULES), variant.mainClass(),
                lowerings(), assembly(source), source.resolve("kernel.ld"), output);
    }

    private List<Part> parts(List<Programs.Program> programs) throws IOException {
        OrdinaryPrograms ordinary = new OrdinaryPrograms(project, modules, output);
        List<Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Programs.Program program : programs.stream().filter(each -> names.add(each.part())).toList()) {
            parts.add(program.ordinary() ? part(ordinary, program.part(), new OrdinaryPrograms.Source(program.mainClass(), modules.of(program.modules()), Effort.FULL, executable(program)))
                    : part(new Request(program.part(), Target.PROGRAM, modules.of(program.modules()), program.mainClass(), lowerings(), List.of(), null, output)));
        }
        return parts;
    }

    private static Part part(OrdinaryPrograms ordinary, String name, OrdinaryPrograms.Source source) throws IOException {
        return new Part(name, ordinary.inputs(source), () -> ordinary.compile(source));
    }

    private Path executable(Programs.Program program) {
        return output.resolve(program.part() + ".elf");
    }

    private Part part(Request request) throws IOException {
        return new Part(request.name(), InputHash.of(request, compilerClasses()), () -> compiler.compile(request));
    }

    private List<Path> lowerings() {
        return List.of(project.resolve("machine/src/main/llvm"));
    }

    private static List<Path> assembly(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".S")).sorted().toList();
        }
    }

    /** Where the compiler's own classes are: a changed compiler makes everything stale. */
    private Path compilerClasses() throws IOException {
        return modules.of(List.of("peaberry.compiler")).getFirst();
    }

    private void compile(List<Part> parts) throws IOException, CompileException {
        ExecutorService executor = Executors.newFixedThreadPool(PARALLEL_COMPILATIONS);
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (Part part : parts) {
                results.add(executor.submit(() -> {
                    progress.accept("compiling " + part.name());
                    part.inputs().forget();
                    part.compilation().run();
                    part.inputs().record();
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

    private byte[] pack(SystemDeclaration declaration, List<Programs.Program> programs, Map<String, Path> added) throws IOException, DeclarationException {
        BootArchiveWriter archive = new BootArchiveWriter();
        addLines(archive, KERNEL, KERNEL);
        for (Programs.Program program : programs) {
            archive.addLinked(program.name(), Files.readAllBytes(executable(program)));
            if (!program.ordinary()) {
                addLines(archive, program.name(), program.part());
            }
        }
        for (Map.Entry<String, Path> each : new TreeMap<>(added).entrySet()) {
            archive.addLinked(each.getKey(), Files.readAllBytes(each.getValue()));
        }
        return archive.addSystem(declaration).toBytes();
    }

    private void addLines(BootArchiveWriter archive, String name, String part) throws IOException {
        archive.add(name, BootArchive.Kind.LINE_TABLE, Files.readAllBytes(output.resolve(part + ".lines")));
    }
}
