package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./peaberry faults}: drivers fail as programmers and hardware make them fail, and come back. */
class FaultInjectionTest {

    private static final String SEED = "7";

    /** Milliseconds. The slowest of a few depends on how fast the host's disks are; docs/faults.md has percentiles of many. */
    private static final BigDecimal MEDIAN = new BigDecimal(5);

    private static String inject(String driver, int faults) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("faults", "--driver", driver, "--faults", String.valueOf(faults), "--seed", SEED)) {
            session.hangUp();
            assertEquals(0, session.status(), session.output() + session.errors());
            return session.output();
        }
    }

    private static BigDecimal value(String report, String key) {
        Matcher line = Pattern.compile("(?m)^FAULTS " + Pattern.quote(key) + " ([0-9.]+)$").matcher(report);
        return line.results().map((MatchResult found) -> new BigDecimal(found.group(1))).findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in:\n" + report));
    }

    private static void assertValue(int expected, String report, String key) {
        assertEquals(BigDecimal.valueOf(expected), value(report, key), report);
    }

    @ParameterizedTest
    @CsvSource({"serial, 500", "disk, 500", "sata, 60", "network, 500", "screen, 300", "clock, 200"})
    void aDriverThatFailsComesBackAndNothingElseSuffers(String driver, int faults) throws IOException, InterruptedException {
        String report = inject(driver, faults);
        assertValue(faults, report, "injected");
        assertTrue(value(report, "activated").signum() > 0, report);
        assertEquals(value(report, "detected"), value(report, "recovered"), report);
        assertValue(0, report, "dead");
        assertValue(0, report, "bystanders.failed");
        assertValue(0, report, "behind");
        assertTrue(value(report, "crash.recovery.median.milliseconds").compareTo(MEDIAN) <= 0, report);
    }

    @Test
    void theSeedFixesThePlan() throws IOException, InterruptedException {
        String report = inject("clock", 30);
        assertEquals(injected(report), injected(inject("clock", 30)));
    }

    /** The rows of the table up to how many of each kind were injected. */
    private static String injected(String report) {
        StringBuilder rows = new StringBuilder();
        Pattern.compile("(?m)^[a-z -]{8,22} +\\d+").matcher(report).results().forEach(row -> rows.append(row.group()).append('\n'));
        assertTrue(rows.length() > 0, report);
        return rows.toString();
    }

    @Test
    void aDriverThatIsNotThereIsToldSo() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("faults", "--driver", "nobody", "--faults", "1")) {
            session.hangUp();
            assertEquals(2, session.status());
            assertTrue(session.output().contains("there is no such driver"), session.output());
        }
    }
}
