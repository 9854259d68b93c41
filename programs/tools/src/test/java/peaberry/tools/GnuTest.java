package peaberry.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import peaberry.sh.Invocation;
import peaberry.sh.system.Channel;

/** Each script of the corpus has the output and the status that the host's shell and GNU's tools give it; where these complain, so do ours. */
class GnuTest {

    private static final int AT_LEAST = 1080;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    private Path temporary;

    private int directories;

    private record Outcome(int status, byte[] output, String errors) {

        /** Bytes are characters here, so that none is lost. */
        String describe() {
            return new String(output, StandardCharsets.ISO_8859_1) + "--- status " + status + (errors.isEmpty() ? "" : ", with a complaint");
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyScriptDoesWhatItDoesWithGnu() {
        return Corpus.TOPICS.stream().map(topic -> DynamicContainer.dynamicContainer(topic,
                Corpus.of(topic).stream().map(script -> DynamicTest.dynamicTest(script.title(), () -> compare(topic, script)))));
    }

    private void compare(String topic, Corpus.Script script) throws IOException, InterruptedException {
        Path file = Files.writeString(temporary.resolve("script"), script.text());
        Map<String, String> environment = new TreeMap<>(Map.of("PATH", "/bin", "LC_ALL", topic.equals(Corpus.CHARACTERS) ? "C.UTF-8" : "C", "TZ", "UTC0"));
        Outcome expected = ofGnu(file, fresh("expected"), environment);
        Path directory = fresh("actual");
        Outcome actual = Assertions.assertTimeoutPreemptively(LONGEST, () -> ofPeaberry(file, directory, environment));
        assertEquals(expected.describe(), actual.describe(), () -> script.text() + "--- GNU says\n" + expected.errors + "--- ours say\n" + actual.errors);
    }

    private Path fresh(String name) throws IOException {
        Path directory = temporary.resolve(name + ++directories);
        Fixture.fill(Files.createDirectory(directory));
        return directory;
    }

    private Outcome ofGnu(Path script, Path directory, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = temporary.resolve("output");
        Path errors = temporary.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder("/bin/dash", script.toString()).directory(directory.toFile()).redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS), "GNU's tools do not end");
        return new Outcome(process.exitValue(), Files.readAllBytes(output), Files.readString(errors, StandardCharsets.ISO_8859_1));
    }

    private static Outcome ofPeaberry(Path script, Path directory, Map<String, String> environment) {
        TestChannel.Memory output = new TestChannel.Memory();
        TestChannel.Memory errors = new TestChannel.Memory();
        Map<Integer, Channel> channels = Map.of(0, new TestChannel(new TestChannel.Memory()), 1, new TestChannel(output), 2, new TestChannel(errors));
        List<String> rows = environment.entrySet().stream().map(variable -> variable.getKey() + "=" + variable.getValue()).toList();
        int status = new Invocation(new TestSystem(), "sh", directory.toString(), rows, channels).run(List.of(script.toString()));
        return new Outcome(status, output.written(), new String(errors.written(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void thereAreManyScripts() {
        int scripts = Corpus.TOPICS.stream().mapToInt(topic -> Corpus.of(topic).size()).sum();
        assertTrue(scripts >= AT_LEAST, scripts + " scripts");
    }
}
