package peaberry.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What javac makes of some sources with the processor.
 *
 * @param classes a folder with the class files, and the generated sources in {@code sources}
 */
record Compilation(Path classes, Path sources, List<Diagnostic<? extends JavaFileObject>> problems) {

    /** Compiles one class, in package {@code sample} and with all annotations imported. @param name its simple name */
    static Compilation of(Path folder, String name, String declaration) {
        String source = "package sample; import peaberry.abi.*; import peaberry.runtime.*; import peaberry.machine.Unboxed;\n" + declaration;
        return of(folder, List.of(new Source(name, source)));
    }

    /** Compiles all files of a folder. */
    static Compilation ofSamples(Path folder, Path samples) {
        try (Stream<Path> files = Files.list(samples)) {
            return of(folder, files.sorted().map(file -> new Source(file.getFileName().toString().replace(".java", ""), read(file))).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Compilation of(Path folder, List<Source> sources) {
        try {
            Path classes = Files.createDirectories(folder.resolve("classes"));
            Path generated = Files.createDirectories(folder.resolve("sources"));
            JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
            DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
            List<String> options = List.of("-d", classes.toString(), "-s", generated.toString(), "-Xlint:all,-processing,-missing-explicit-ctor",
                    "-cp", System.getProperty("java.class.path"));
            JavaCompiler.CompilationTask task = javac.getTask(new StringWriter(), null, problems, options, null, sources);
            task.setProcessors(List.of(new InterfaceProcessor()));
            task.call();
            return new Compilation(classes, generated, problems.getDiagnostics());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Line and text of each problem; the first line of the declaration is line 1. */
    List<String> messages() {
        return problems.stream().map(problem -> (problem.getLineNumber() - 1) + ": " + problem.getMessage(Locale.ROOT)).toList();
    }

    /** Calls a static method with a number. */
    void call(String type, String method, long argument) throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = new URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass(type).getMethod(method, long.class).invoke(null, argument);
        }
    }

    /** A generated source. */
    String source(String type) {
        return read(sources.resolve(type.replace('.', '/') + ".java"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///sample/" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
