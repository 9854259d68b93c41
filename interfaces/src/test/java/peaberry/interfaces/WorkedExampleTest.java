package peaberry.interfaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.processor.InterfaceProcessor;

/** The driver in docs/interfaces.md compiles as it stands there, and is short. */
class WorkedExampleTest {

    private static final int MOST_LINES = 100;
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|interface) (\\w+)");

    @Test
    void compiles(@TempDir Path folder) {
        List<JavaFileObject> sources = blocks().filter(block -> block.startsWith("package ")).<JavaFileObject>map(Source::new).toList();
        assertEquals(3, sources.size(), "interface, driver, client");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options = List.of("-d", folder.toString(), "-Xlint:all,-processing,-missing-explicit-ctor",
                "-cp", System.getProperty("java.class.path"));
        JavaCompiler.CompilationTask task = javac.getTask(new StringWriter(), null, problems, options, null, sources);
        task.setProcessors(List.of(new InterfaceProcessor()));
        task.call();
        assertEquals(List.of(), problems.getDiagnostics().stream().map(problem -> problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT)).toList());
    }

    @Test
    void isShort() {
        long lines = blocks().filter(block -> block.contains("peaberry.clock") && !block.contains("class Example")).flatMap(String::lines).count();
        assertTrue(lines < MOST_LINES, lines + " lines");
    }

    private static Stream<String> blocks() {
        try {
            Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/interfaces.md")));
            return blocks.results().map(block -> block.group(1)).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///peaberry/clock/" + nameIn(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String nameIn(String text) {
            Matcher type = TYPE.matcher(text);
            assertTrue(type.find(), text);
            return type.group(1);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
