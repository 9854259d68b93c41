package peaberry.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class that has the texts of a folder. */
class TextsProcessorTest {

    private static final String ANNOTATION = "package peaberry.fullscreen.man; @interface Texts { String value(); }";

    @TempDir
    private Path folder;

    private List<String> compile(String named) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/deep/down"));
        Files.writeString(sources.resolve("Texts.java"), ANNOTATION);
        Files.writeString(sources.resolve("Pages.java"), "package peaberry.fullscreen.man; @Texts(\"" + named + "\") class Pages { }");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(problems, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = javac.getTask(new StringWriter(), files, problems, List.of("-d", classes.toString()), null,
                    files.getJavaFileObjects(sources.resolve("Texts.java"), sources.resolve("Pages.java")));
            task.setProcessors(List.of(new TextsProcessor()));
            task.call();
        }
        return problems.getDiagnostics().stream().map(problem -> problem.getMessage(Locale.ROOT)).toList();
    }

    @Test
    void textsAreThoseOfTheFilesByTheirNames() throws IOException, ReflectiveOperationException {
        String text = "# first\n\ttab \"quoted\" back\\slash\\n €😀 \\u0041\r\n";
        Path pages = Files.createDirectories(folder.resolve("docs/pages"));
        Files.writeString(pages.resolve("one.md"), text);
        Files.writeString(pages.resolve("two.md"), "");
        Files.writeString(pages.resolve("three.txt"), "no page");
        assertEquals(List.of(), compile("docs/pages"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()})) {
            Class<?> made = loader.loadClass("peaberry.fullscreen.man.PagesTexts");
            Field names = made.getDeclaredField("NAMES");
            names.setAccessible(true);
            assertEquals(List.of("one", "two"), names.get(null));
            Method of = made.getDeclaredMethod("of", String.class);
            of.setAccessible(true);
            assertEquals(text, of.invoke(null, "one"));
            assertEquals("", of.invoke(null, "two"));
            assertNull(of.invoke(null, "three"));
        }
    }

    @Test
    void aFolderThatIsNotThereIsAnError() throws IOException {
        assertTrue(compile("nowhere").contains("there is no folder nowhere"));
    }

    @Test
    void aTextThatIsTooLongForAClassIsAnError() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("docs"));
        Files.writeString(pages.resolve("long.md"), "x".repeat(70_000));
        assertTrue(compile("docs").getFirst().endsWith("long.md is too long"));
    }
}
