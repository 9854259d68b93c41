package peaberry.image;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A system of somebody's own, in a folder that may be anywhere: {@code system.toml} declares it, and {@code src} has the module
 * with the sources of its own drivers and programs; {@code lib} may have jars that ordinary programs use. What is built of it is in {@code build}. A system without {@code src}
 * consists of the repository's programs.
 */
public final class SystemFolder {

    /** Makes the two sides of interfaces. */
    private static final String PROCESSOR = "peaberry.processor";

    private final Path folder;

    public SystemFolder(Path folder) {
        this.folder = folder;
    }

    /** The system, whose archive is in the folder's {@code build}. */
    public SystemSource system() throws IOException {
        Path declaration = folder.resolve("system.toml");
        if (!Files.exists(declaration)) {
            throw new IOException("there is no " + declaration);
        }
        return new SystemSource(declaration, Files.createDirectories(folder.resolve("build")).resolve("boot.archive"));
    }

    /**
     * Compiles the folder's own module.
     *
     * @param repository the modules that it can require, beside those of its jars
     * @return these and its own
     * @throws IOException with the compiler's words, if there are mistakes
     */
    public ModuleFolders compile(ModuleFolders repository) throws IOException {
        Path jars = folder.resolve("lib");
        ModuleFolders library = Files.isDirectory(jars) ? repository.withJars(jars) : repository;
        Path sources = folder.resolve("src");
        if (!Files.isDirectory(sources)) {
            return library;
        }
        if (!Files.exists(sources.resolve("module-info.java"))) {
            throw new IOException("there is no " + sources.resolve("module-info.java") + ", such as: module example { requires peaberry.interfaces; }");
        }
        Path classes = folder.resolve("build/classes");
        compile(sources, classes, library);
        try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
            return library.with(ModuleDescriptor.read(descriptor).name(), classes);
        }
    }

    private static void compile(Path sources, Path classes, ModuleFolders library) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String modulePath = library.folders().values().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path generated = Files.createDirectories(classes.resolveSibling("generated"));
        List<String> options = List.of("-g", "--release", String.valueOf(Runtime.version().feature()), "-proc:full", "--module-path", modulePath,
                "--processor-module-path", library.of(List.of(PROCESSOR)).getFirst().toString(), "-s", generated.toString(), "-d", classes.toString());
        StringWriter said = new StringWriter();
        try (Stream<Path> files = Files.walk(sources); StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
            if (!compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(all)).call()) {
                throw new IOException("the sources do not compile:\n" + said);
            }
        }
    }
}
