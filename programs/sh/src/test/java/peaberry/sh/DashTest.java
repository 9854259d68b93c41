package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each script of the corpus has the output and the status that dash gives it; where dash complains, so does ours. */
class DashTest {

    private static final int AT_LEAST = 850;
    private static final Duration PATIENCE = Duration.ofMillis(2000);

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicContainer> everyScriptDoesWhatItDoesInDash() {
        return Corpus.TOPICS.stream().map(topic -> DynamicContainer.dynamicContainer(topic,
                Corpus.of(topic).stream().map(script -> DynamicTest.dynamicTest(script.title(), () -> compare(script)))));
    }

    private void compare(Corpus.Script script) throws IOException, InterruptedException {
        Path file = Files.writeString(temporary.resolve("script"), script.text());
        Outcome expected = Outcome.ofDash(Fresh.directory(temporary), file.toString());
        Outcome actual = Outcome.ofPeaberry(Fresh.directory(temporary), file.toString());
        assertEquals(describe(expected), describe(actual), () -> script + "\n" + script.text()
                + "--- dash says\n" + expected.errors() + "--- ours says\n" + actual.errors());
        assertNothingIsOpen(script);
    }

    /** What is left open keeps readers of pipes waiting. Scripts in the background may take a while to end. */
    private static void assertNothingIsOpen(Corpus.Script script) throws InterruptedException {
        assertEquals(0, PosixChannel.awaitClosed(PATIENCE), () -> "channels left open by " + script);
    }

    private static String describe(Outcome outcome) {
        return outcome.output() + "--- status " + outcome.status() + (outcome.errors().isEmpty() ? "" : ", with a complaint");
    }

    @Test
    void thereAreManyScripts() {
        assertTrue(Corpus.all().size() >= AT_LEAST, Corpus.all().size() + " scripts");
    }
}
