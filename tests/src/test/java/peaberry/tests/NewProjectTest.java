package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's own program, as docs/programs.md has it: {@code ./peaberry new} in a folder outside of the repository, and Maven there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewProjectTest {

    private static final long PATIENCE_MINUTES = 10;
    private static final int FAILED = 125;
    /** What Debian's Maven prints for a terminal's colours, terminal or not. */
    private static final Pattern RESET = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final String TEXT = "To be,\nor not to be?";

    @TempDir
    private static Path folder;

    private static Path project;

    /** What a command said, and how it ended. */
    private record Ended(String output, String errors, int status) {
    }

    private static Ended run(String input, List<String> command) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
        assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "it did not end");
        return new Ended(Files.readString(out), Files.readString(errors), process.exitValue());
    }

    private static Ended peaberry(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Repository.COMMAND.toString()));
        command.addAll(List.of(arguments));
        return run("", command);
    }

    private static Ended maven(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-f", project.resolve("pom.xml").toString()));
        command.addAll(List.of(arguments));
        Ended run = run(input, command);
        return new Ended(RESET.matcher(run.output()).replaceAll(""), RESET.matcher(run.errors()).replaceAll(""), run.status());
    }

    @BeforeAll
    static void makeAProject() throws IOException, InterruptedException {
        project = folder.resolve("word-count");
        Ended made = peaberry("new", "word-count");
        assertEquals(0, made.status(), made.errors());
        assertTrue(made.output().contains("cd word-count && mvn peaberry:run"), made.output());
    }

    @Test
    @Order(1)
    void itRunsWithArgumentsInputAndAFile() throws IOException, InterruptedException {
        Ended run = maven(TEXT, "peaberry:run", "-Dpeaberry.args=be 'or not' to");
        assertTrue(run.output().startsWith("""
                /words.txt has 21 bytes
                     2  be
                     0  or not
                     2  to
                """), run.output() + run.errors());
        assertTrue(run.output().contains("the program ended with status 1"), run.output());
        assertTrue(run.errors().contains("compiling wordcount.Main"), run.errors());
        assertTrue(run.errors().endsWith("not all of these were there\n"), run.errors());
        assertNotEquals(0, run.status());
    }

    @Test
    @Order(2)
    void whatHasNotChangedIsNotCompiledAgain() throws IOException, InterruptedException {
        Ended run = maven(TEXT, "peaberry:run", "-Dpeaberry.args=not");
        assertEquals("/words.txt has 21 bytes\n     1  not\n", run.output(), run.errors());
        assertFalse(run.errors().contains("compiling"), run.errors());
        assertEquals(0, run.status());
    }

    @Test
    @Order(3)
    void whereThereIsNoPeaberryIsTold() throws IOException, InterruptedException {
        Ended run = maven("", "peaberry:run", "-Dpeaberry.home=" + folder);
        assertTrue(run.output().contains("there is no Peaberry in " + folder), run.output());
        assertNotEquals(0, run.status());
    }

    @Test
    @Order(4)
    void whatCannotBeCompiledIsToldWithTheLine() throws IOException, InterruptedException {
        Files.writeString(project.resolve("src/main/java/wordcount/Main.java"), """
                package wordcount;

                public final class Main {

                    public static void main(String[] arguments) {
                        show(Main.class);
                    }

                    private static void show(Class<?> type) {
                        System.out.println(type.getDeclaredMethods().length);
                    }
                }
                """);
        Ended run = maven("", "peaberry:run");
        assertTrue(run.errors().contains("""
                peaberry: the program cannot be compiled for Peaberry:
                wordcount/Main.java:10: a class cannot be asked for its methods or constructors (reflection)
                    in wordcount.Main.show (Main.java:10)
                    in java.lang.Class.getDeclaredMethods ("""), run.errors());
        assertTrue(run.output().contains("the program was not run; Peaberry says above why"), run.output());
        assertNotEquals(0, run.status());
    }

    @Test
    @Order(5)
    void itsExecutableIsWritten() throws IOException, InterruptedException {
        Files.writeString(project.resolve("src/main/java/wordcount/Main.java"), """
                package wordcount;

                public final class Main {

                    public static void main(String[] arguments) {
                    }
                }
                """);
        Ended run = maven("", "peaberry:image");
        assertEquals(0, run.status(), run.output() + run.errors());
        byte[] executable = Files.readAllBytes(project.resolve("target/word-count.elf"));
        assertEquals("\u007fELF", new String(executable, 0, 4, StandardCharsets.ISO_8859_1));
    }

    @Test
    @Order(6)
    void whatCannotBeMadeIsRefused() throws IOException, InterruptedException {
        assertRefused("new: " + project + " is there already", "new", "word-count");
        assertRefused("new: 'Words' is no name for a project", "new", "Words");
        assertRefused("new: 'class' is no name for a project, since its package cannot be called class", "new", "class");
        assertRefused("new: " + folder.resolve("nowhere") + " is no folder in which one can be made", "new", "nowhere/words");
        assertRefused("'new' needs the name of the folder that is to be made", "new");
        assertRefused("the class path has no class wordcount.Missing", "java", "--class-path", project.resolve("target/classes").toString(), "wordcount.Missing");
        assertRefused("'java' needs the name of the program's main class", "java", "--class-path", project.toString());
        assertRefused("'java' has no option '--fast'", "java", "--fast");
    }

    private static void assertRefused(String reason, String... arguments) throws IOException, InterruptedException {
        Ended run = peaberry(arguments);
        assertTrue(run.errors().contains(reason), run.errors());
        assertEquals(FAILED, run.status());
        assertFalse(Files.exists(folder.resolve("Words")));
        assertFalse(Files.exists(folder.resolve("nowhere")));
    }
}
