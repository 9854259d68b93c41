package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code ./peaberry bench} measures, and everything is as good as it has to be. */
class BenchTest {

    private static final List<String> KEYS = List.of("syscall.null.instructions", "ipc.roundtrip.0.instructions", "map.page.instructions",
            "window.copy4k.instructions", "boot.prompt.seconds",
            "kernel.longest_uninterruptible.instructions", "kernel.text.bytes", "image.bytes", "driver.restart.median.milliseconds", "kernel.trusted.share", "kernel.lines");

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Test
    void allTargetsAreMet() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("bench", "--yes")) {
            session.expectWithin(PATIENCE, "written to ");
            String output = session.output();
            assertEquals(0, session.status(), output + session.errors());
        }
        String result = Repository.text(Repository.HOME.resolve("build/bench.json"));
        assertTrue(result.startsWith("{\n") && result.endsWith("\n}\n"), result);
        for (String key : KEYS) {
            assertTrue(result.matches("(?s).*\"" + key + "\": [0-9.]+.*"), key + " is missing in " + result);
        }
    }
}
