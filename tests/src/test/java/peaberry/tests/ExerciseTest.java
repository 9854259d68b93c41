package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The changes that docs/exercise.md lists are all that its invocation takes: they are made in a copy of the sources, and its commands run there. */
class ExerciseTest {

    private static final String PAGE = Repository.text(Repository.HOME.resolve("docs/exercise.md"));
    private static final Pattern CHANGE = Pattern.compile("(?ms)^In `(?<file>[^`]+)`, before `(?<anchor>[^`]+)`:\n\n```java\n(?<code>.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^mvn .*");
    private static final int MOST_FILES = 4;

    private static final Path STUB = Path.of("runtime/src/main/java/peaberry/runtime/Ports.java");
    private static final Path MANUAL = Path.of("docs/kernel-reference.md");

    @TempDir
    private Path copy;

    @Test
    void exerciseAddsAnInvocation() throws IOException, InterruptedException {
        List<Path> sources = Repository.files("").stream().map(Repository.HOME::relativize).toList();
        for (Path source : sources) {
            Files.createDirectories(copy.resolve(source).getParent());
            Files.copy(Repository.HOME.resolve(source), copy.resolve(source));
        }
        List<MatchResult> changes = CHANGE.matcher(PAGE).results().toList();
        for (MatchResult change : changes) {
            insert(copy.resolve(change.group("file")), change.group("anchor"), change.group("code"));
        }
        for (MatchResult command : COMMAND.matcher(PAGE).results().toList()) {
            run(command.group());
        }
        Set<Path> edited = changes.stream().map(change -> Path.of(change.group("file"))).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(edited.size() <= MOST_FILES, edited.toString());
        edited.addAll(List.of(STUB, MANUAL));
        assertEquals(edited, sources.stream().filter(this::differs).collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(Repository.text(copy.resolve(STUB)).contains("public KernelError range()"));
        assertTrue(Repository.text(copy.resolve(MANUAL)).contains("`IO_PORT_RANGE`, number "));
    }

    private static void insert(Path file, String anchor, String code) throws IOException {
        String text = Repository.text(file);
        int found = text.indexOf(anchor);
        assertTrue(found >= 0 && text.indexOf(anchor, found + 1) < 0, "not exactly once in " + file + ": " + anchor);
        int line = text.lastIndexOf('\n', found) + 1;
        Files.writeString(file, text.substring(0, line) + code + text.substring(line));
    }

    private void run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(copy.toFile()).redirectErrorStream(true);
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), () -> command + "\n" + output);
    }

    private boolean differs(Path source) {
        try {
            return Files.mismatch(Repository.HOME.resolve(source), copy.resolve(source)) >= 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
