package peaberry.image;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import peaberry.compiler.CompileException;
import peaberry.compiler.Effort;

/**
 * Compiles ordinary Java programs: {@code managed/compiler} does, in a JVM of its own with TeaVM on its class path, so that nothing else needs TeaVM.
 *
 * <p>That compiler and the runtime that it links, {@code managed/runtime}, are compiled here, when they have changed. Where TeaVM's jars are says a file,
 * which {@code ./peaberry} has Maven write.
 */
final class OrdinaryPrograms {

    private static final String JARS = "build/teavm.classpath";
    private static final List<String> PEABERRY = List.of("peaberry.machine", "peaberry.abi", "peaberry.runtime", "peaberry.interfaces");
    private static final String COMPILER = "peaberry.compiler";

    private final Path project;
    private final ModuleFolders modules;
    private final Path tools;

    /** @param tools folder that the compiler and the runtime are compiled into */
    OrdinaryPrograms(Path project, ModuleFolders modules, Path tools) {
        this.project = project;
        this.modules = modules;
        this.tools = tools;
    }

    /**
     * A program's class files.
     *
     * @param mainClass  with its main method
     * @param classPath  of its own, and of all that it uses apart from the Java platform
     * @param effort     that is made for it to be fast
     * @param executable that is made of it; beside it is a folder for what is made on the way
     */
    record Source(String mainClass, List<Path> classPath, Effort effort, Path executable) {

        private Path work() {
            return executable.resolveSibling(executable.getFileName().toString().replaceAll("\\.elf$", "") + ".managed");
        }
    }

    /** What goes into a program's executable. */
    InputHash inputs(Source program) throws IOException {
        List<Path> inputs = new ArrayList<>(program.classPath());
        inputs.addAll(modules.of(PEABERRY));
        inputs.addAll(modules.of(List.of(COMPILER)));
        inputs.addAll(List.of(sources("compiler"), sources("runtime"), project.resolve("managed/compiler/pom.xml")));
        return InputHash.of(program.executable(), "ordinary " + program.mainClass() + " " + program.effort(), inputs);
    }

    /** Makes the executable. @throws CompileException if the program uses what there is not, or a tool fails */
    void compile(Source program) throws IOException, CompileException {
        List<Path> jars = jars();
        Path runtime = compiled("runtime", Stream.concat(modules.of(PEABERRY).stream(), jars.stream()).toList());
        List<Path> tool = Stream.of(modules.of(PEABERRY), modules.of(List.of(COMPILER)), jars).flatMap(List::stream).toList();
        Path compiler = compiled("compiler", tool);
        List<Path> classPath = Stream.of(List.of(runtime), program.classPath(), modules.of(PEABERRY), jars).flatMap(List::stream).distinct().toList();
        run(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "-cp", joined(Stream.concat(Stream.of(compiler), tool.stream()).toList()), "peaberry.managed.compiler.Main",
                joined(classPath), joined(program.classPath()), program.mainClass(), sources("runtime").resolve("c").toString(),
                program.work().toString(), program.executable().toString(), program.effort().name()));
    }

    private Path sources(String part) {
        return project.resolve("managed").resolve(part).resolve("src/main");
    }

    private List<Path> jars() throws IOException {
        Path list = project.resolve(JARS);
        if (!Files.exists(list)) {
            throw new IOException("TeaVM is not here, which ordinary Java programs are compiled with; ./peaberry has Maven get it");
        }
        return Stream.of(Files.readString(list).strip().split(File.pathSeparator)).map(Path::of).toList();
    }

    /** The folder with the classes of a part of {@code managed}, which is compiled if it has changed. */
    private synchronized Path compiled(String part, List<Path> classPath) throws IOException, CompileException {
        Path classes = tools.resolve("managed-" + part);
        List<Path> inputs = new ArrayList<>(classPath);
        inputs.add(sources(part).resolve("java"));
        InputHash hash = InputHash.of(classes, part, inputs);
        if (!hash.isCurrent()) {
            hash.forget();
            javac(sources(part).resolve("java"), classPath, classes);
            hash.record();
        }
        return classes;
    }

    private static void javac(Path sources, List<Path> classPath, Path classes) throws IOException, CompileException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> command = new ArrayList<>(List.of("-g", "--release", String.valueOf(Runtime.version().feature()), "-proc:none",
                "-cp", joined(classPath), "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().map(Path::toString).forEach(command::add);
        }
        if (compiler.run(null, System.err, System.err, command.toArray(String[]::new)) != 0) {
            throw new CompileException("the sources of " + sources + " do not compile");
        }
    }

    private static void run(List<String> command) throws IOException, CompileException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new CompileException(said.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompileException("interrupted", interrupted);
        }
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
