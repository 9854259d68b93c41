package peaberry.compiler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.testing.Expectation;
import peaberry.compiler.testing.Folders;
import peaberry.compiler.testing.JvmRun;
import peaberry.compiler.testing.NativePrograms;
import peaberry.compiler.testing.Outcome;

/** Each program of {@code peaberry.compiler.programs} prints and ends natively as it does on the JVM. */
class HandWrittenProgramsTest {

    private static final List<Path> CLASSES = List.of(Folders.testClasses());

    @TempDir
    static Path folder;

    private static List<String> programs;
    private static NativePrograms executable;

    @BeforeAll
    static void compileAllIntoOneExecutable() throws Exception {
        programs = findPrograms();
        executable = NativePrograms.compile(programs, CLASSES, folder);
    }

    @TestFactory
    Stream<DynamicTest> runsAsOnTheJvm() {
        return programs.stream().map(program -> DynamicTest.dynamicTest(program.substring(program.lastIndexOf('.') + 1),
            () -> compare(program)));
    }

    private static void compare(String program) throws Exception {
        Expectation expected = JvmRun.of(program, CLASSES);
        Outcome actual = executable.run(program);
        assertTrue(expected.allows(actual), () -> "on the JVM:\n" + expected + "\nnatively:\n" + actual);
    }

    @Test
    void thereAreAtLeast150Programs() {
        assertTrue(programs.size() >= 150);
    }

    private static List<String> findPrograms() throws IOException {
        Path programs = Folders.testClasses().resolve(Folders.PROGRAMS.replace('.', '/'));
        try (Stream<Path> files = Files.list(programs)) {
            return files.map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".class") && name.indexOf('$') < 0)
                .map(name -> Folders.PROGRAMS + "." + name.substring(0, name.length() - ".class".length()))
                .filter(HandWrittenProgramsTest::isProgram)
                .sorted().toList();
        }
    }

    /** A source file may have more top-level classes than its program. */
    private static boolean isProgram(String name) {
        try {
            Class.forName(name, false, HandWrittenProgramsTest.class.getClassLoader()).getDeclaredMethod("run");
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
