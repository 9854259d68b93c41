package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code ./peaberry bench} measures; everything is as good as it has to be or, where a target is listed as missed, no worse than it
 * was; and docs/performance.md says the same. Run with {@code -Dpeaberry.rewrite=true} to put the new table there.
 */
class BenchTest {

    private static final List<String> KEYS = List.of("syscall.null.instructions", "ipc.roundtrip.0.instructions", "ipc.roundtrip.4.instructions",
            "ipc.roundtrip.10.instructions", "notification.signal.instructions", "fault.roundtrip.instructions", "irq.to_user.instructions",
            "yield.instructions", "map.page.instructions", "window.copy4k.instructions", "spawn.native.instructions", "spawn.managed.instructions", "kernel.longest_uninterruptible.instructions",
            "boot.prompt.seconds", "boot.login.seconds", "memory.idle.bytes", "kernel.text.bytes", "image.bytes", "driver.restart.median.milliseconds", "driver.restart.p99.milliseconds", "kernel.trusted.share", "kernel.lines");

    private static final Path PAGE = Repository.HOME.resolve("docs/performance.md");
    private static final Path RESULT = Repository.HOME.resolve("build/bench.json");
    private static final Path TABLE = Repository.HOME.resolve("build/bench.md");
    private static final Pattern TABLE_ON_PAGE = Pattern.compile("(?m)^\\| path \\| key (?:.*\n)+?(?=\n)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]* \\| `([a-z0-9_.]+)` \\| [^|]* \\| [^|]* \\| ([^|]*) \\| ([0-9.]+) \\|");
    private static final Pattern LINE = Pattern.compile("(?m)^  \"([a-z0-9_.]+)\": ([0-9.]+),?$");
    /** By how much the page may be wrong, as it says; times depend on the host and are not compared. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.05");
    private static final Pattern TIME = Pattern.compile(".*\\.(?:seconds|milliseconds)");

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static String output;
    private static int status;

    @BeforeAll
    static void measure() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("bench", "--runs", "1", "--yes")) {
            session.expectWithin(PATIENCE, "written to ");
            status = session.status();
            output = session.output() + session.errors();
        }
    }

    @Test
    void everyFigureIsAsGoodAsItHasToBeOrListedAsMissedAndNoWorse() {
        assertEquals(0, status, output);
    }

    @Test
    void everyFigureIsThere() {
        String result = Repository.text(RESULT);
        assertTrue(result.startsWith("{\n") && result.endsWith("\n}\n"), result);
        for (String key : KEYS) {
            assertTrue(result.matches("(?s).*\"" + key + "\": [0-9.]+.*"), key + " is missing in " + result);
        }
    }

    @Test
    void thePageHasTheseFigures() throws IOException {
        Matcher table = TABLE_ON_PAGE.matcher(Repository.text(PAGE));
        assertTrue(table.find(), "there is no table");
        if (Boolean.getBoolean("peaberry.rewrite")) {
            Files.writeString(PAGE, table.replaceFirst(Matcher.quoteReplacement(Repository.text(TABLE))));
            return;
        }
        Map<String, BigDecimal> told = numbers(ROW, 3, table.group());
        Map<String, BigDecimal> real = numbers(LINE, 2, Repository.text(RESULT));
        assertEquals(real.keySet(), told.keySet());
        real.forEach((key, value) -> assertTrue(TIME.matcher(key).matches()
                || value.subtract(told.get(key)).abs().compareTo(value.multiply(TOLERANCE)) <= 0,
                () -> key + " is " + value + " and not " + told.get(key) + ", as docs/performance.md has it"));
    }

    private static Map<String, BigDecimal> numbers(Pattern line, int group, String text) {
        Map<String, BigDecimal> found = new TreeMap<>();
        line.matcher(text).results().forEach(match -> found.put(match.group(1), new BigDecimal(match.group(group))));
        return found;
    }
}
