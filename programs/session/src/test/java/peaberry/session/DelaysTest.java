package peaberry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import peaberry.runtime.Text;

class DelaysTest {

    private final Delays delays = new Delays();

    private static Text text(String string) {
        return new Text(40).append(string);
    }

    private int failed(String name) {
        delays.failed(text(name));
        return delays.seconds(text(name));
    }

    @Test
    void eachFailureDoublesTheDelayUpToHalfAMinute() {
        for (int expected : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            assertEquals(expected, failed("ann"));
        }
    }

    @Test
    void anotherNameAndNoNameAreNoWayAround() {
        assertEquals(1, failed("ann"));
        assertEquals(2, failed("bob"));
        assertEquals(4, failed(""));
        assertEquals(8, failed("ann"));
    }

    @Test
    void whoLogsInEndsTheDelaysOfTheConsoleAndOfHisName() {
        failed("ann");
        failed("ann");
        failed("bob");
        delays.succeeded(text("bob"));
        assertEquals(0, delays.seconds(text("bob")));
        assertEquals(4, failed("ann"), "hers are counted on");
        assertEquals(2, failed("bob"), "the console's second one");
    }

    @Test
    void someMoreNamesDoNotMakeOneForgotten() {
        for (int i = 0; i < 5; i++) {
            failed("ann");
        }
        for (int i = 0; i < 1000; i++) {
            failed("name" + i);
        }
        delays.succeeded(text("mallory"));
        assertTrue(failed("ann") == 30);
    }

    @Test
    void alongNameIsOneToo() {
        String name = "x".repeat(31);
        assertEquals(1, failed(name));
        assertEquals(2, failed(name));
    }
}
