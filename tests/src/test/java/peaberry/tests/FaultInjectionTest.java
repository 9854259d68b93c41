package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./peaberry faults}: drivers fail as programmers and hardware make them fail, and come back. */
class FaultInjectionTest {

    private static final String SEED = "7";
    /** Nobody else's. */
    private static final String CAMPAIGN = "20261126";
    /** Of all drivers together: what times the guests told was understood. */
    private static final Pattern MEDIANS = Pattern.compile("(?m)^\\| all \\| \\d+\\.\\d\\d \\| ");

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

    /** Two faults for each driver. What is there already is not run again: here, reports in which nothing but the status is left. */
    @Test
    void aCampaignIsSummedUpAndGoesOnWhereItWasInterrupted() throws IOException, InterruptedException {
        forgetCampaign();
        String report = campaign(0);
        assertTrue(report.contains("\n| all | 12 | "), report);
        assertTrue(report.contains("\n| `screen` | 2 | "), report);
        assertTrue(report.contains("\n* bystanders.failed: 0\n"), report);
        assertTrue(MEDIANS.matcher(report).find(), report);
        List<Path> guests = filesOfCampaign("-2.txt");
        assertEquals(6, guests.size());
        for (Path guest : guests) {
            Files.write(guest, List.of("STATUS " + guests.indexOf(guest)));
        }
        String other = campaign(1);
        assertFalse(other.contains("| 12 |"), other);
        assertTrue(other.contains("* clock, seed " + CAMPAIGN + ": there is no report\n"), other);
        assertTrue(other.contains("* serial, seed " + CAMPAIGN + ": the guest ended with status 5\n"), other);
        forgetCampaign();
    }

    private static String campaign(int status) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("faults", "--driver", "all", "--faults", "12", "--seed", CAMPAIGN)) {
            session.hangUp();
            assertEquals(status, session.status(), session.output() + session.errors());
            return session.output();
        }
    }

    private static void forgetCampaign() throws IOException {
        for (Path file : filesOfCampaign("")) {
            Files.delete(file);
        }
    }

    private static List<Path> filesOfCampaign(String end) throws IOException {
        Path folder = Files.createDirectories(Repository.HOME.resolve("build/faults"));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("-" + CAMPAIGN + "-") && file.toString().endsWith(end)).sorted().toList();
        }
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
