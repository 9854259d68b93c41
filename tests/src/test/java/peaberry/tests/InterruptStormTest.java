package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a device that interrupts without end leaves to those who are less urgent than its driver: tests/src/test/systems/interrupt-storm. */
class InterruptStormTest {

    private static final Pattern LINE = Pattern.compile("(\\w+): (\\d+) % of the time, (\\d+) interrupts");
    private static final String DRIVER = "program = \"storm.Timer\"\n";
    private static final String BUDGET = "budget = \"1 ms\"\nperiod = \"4 ms\"\n";
    /** In percent of the processor's time: hardly anything, what such a budget leaves and switching takes, nearly all. */
    private static final int NOTHING = 5;
    private static final int THREE_QUARTERS = 65;
    private static final int EVERYTHING = 95;
    private static final int MANY = 1000;

    @TempDir
    private Path folder;

    /** The kernel masks the line of an interrupt, so nobody but a driver that lets the next one through can make a storm of it. */
    @Test
    void aDriverWithoutABudgetKeepsEverybodyElseFromWorking() throws IOException, InterruptedException {
        List<String> lines = run("");
        assertIgnored(lines.get(0));
        Matcher acknowledged = match("acknowledged", lines.get(1));
        assertTrue(Integer.parseInt(acknowledged.group(2)) <= NOTHING, lines::toString);
        assertTrue(Integer.parseInt(acknowledged.group(3)) > MANY, lines::toString);
        assertEquals("neighbour: no sign of life for 20 ms", lines.get(2));
    }

    @Test
    void withABudgetItTakesNoMoreThanThat() throws IOException, InterruptedException {
        List<String> lines = run(BUDGET);
        assertIgnored(lines.get(0));
        Matcher acknowledged = match("acknowledged", lines.get(1));
        assertTrue(Integer.parseInt(acknowledged.group(2)) >= THREE_QUARTERS, lines::toString);
        assertTrue(Integer.parseInt(acknowledged.group(3)) > MANY, lines::toString);
        assertEquals(2, lines.size(), "nobody failed: " + lines);
    }

    private List<String> run(String budget) throws IOException, InterruptedException {
        TestSystem system = TestSystem.of("interrupt-storm", folder);
        Files.writeString(system.folder().resolve("system.toml"), system.declaration().replace(DRIVER, DRIVER + budget));
        return system.run(Machine.Q35, "--icount").lines().toList();
    }

    private static void assertIgnored(String line) {
        Matcher ignored = match("ignored", line);
        assertTrue(Integer.parseInt(ignored.group(2)) >= EVERYTHING, line);
        assertEquals("1", ignored.group(3));
    }

    private static Matcher match(String name, String line) {
        Matcher matcher = LINE.matcher(line);
        assertTrue(matcher.matches(), line);
        assertEquals(name, matcher.group(1));
        return matcher;
    }
}
