package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver that does its worst harms nobody but itself: tests/src/test/systems/hostile. What its device can do is {@link DmaAttackTest}'s. */
class HostileDriverTest {

    private static final Pattern RAVED = Pattern.compile("made (\\d+) of them and failed (\\d+) times\n");
    /** Of 80,000: it fails now and then before it has made all. */
    private static final int MOST_OF_THEM = 40_000;

    @TempDir
    private Path folder;

    @Test
    void nobodyElseDiesAndClientsSeeWhatBecameOfTheirCalls() throws IOException, InterruptedException {
        String output = TestSystem.of("hostile", folder).run(Machine.Q35, "--icount").replaceFirst("(no sign of life for 50 ms) at .*", "$1 somewhere");
        Matcher raved = RAVED.matcher(output);
        assertTrue(raved.find(), output);
        assertEquals("""
                lie NONE: DONE
                lie TOO_LONG: INVALID
                lie TOO_SHORT: INVALID
                lie MONTH_13: INVALID
                lie WILD_NUMBERS: INVALID
                lie UNKNOWN_OUTCOME: INVALID
                lie CLAIMS_RESTART: INVALID
                lie CLAIMS_UNREACHABLE: INVALID
                lie CAPABILITIES: DONE
                lie TWICE: DONE
                lie NEVER: UNREACHABLE
                dies with a caller: SERVER_RESTARTED
                  hostile: exception thrown at hostile.Driver.die(Driver.java:%d)
                answers it in its next life: DONE
                hangs: SERVER_RESTARTED
                  hostile: no sign of life for 50 ms somewhere
                forges another badge: DONE, INVALID_ARGUMENT
                forges its own endpoint: DONE, MISSING_RIGHT
                hoards: DONE, 16 frames, NOT_ENOUGH_MEMORY; 34 slots, RANGE_ERROR
                hoards: DONE, 16 frames, NOT_ENOUGH_MEMORY; 34 slots, RANGE_ERROR
                raves: 40 times, 2000 system calls each, seed 0x5eedcafe
                hostile was made anew
                """.formatted(lineOf("as it was told")), raved.replaceFirst(""));
        assertTrue(Integer.parseInt(raved.group(1)) >= MOST_OF_THEM && Integer.parseInt(raved.group(2)) > 0, output);
    }

    private int lineOf(String part) {
        String text = Repository.text(folder.resolve("system/src/hostile/Driver.java"));
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }
}
