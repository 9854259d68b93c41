package peaberry.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrashHistoryTest {

    private final CrashHistory history = new CrashHistory();

    @Test
    void theFifthFailureWithinASecondIsTooMuch() {
        for (int failure = 1; failure < CrashHistory.LIMIT; failure++) {
            assertFalse(history.fails(failure));
        }
        assertTrue(history.fails(1 + CrashHistory.WINDOW));
    }

    @Test
    void fiveFailuresInMoreThanASecondAreNot() {
        for (int failure = 1; failure < CrashHistory.LIMIT; failure++) {
            assertFalse(history.fails(failure));
        }
        assertFalse(history.fails(2 + CrashHistory.WINDOW));
    }

    @Test
    void failuresNowAndThenAreNeverTooMuch() {
        for (long failure = 0; failure < 100; failure++) {
            assertFalse(history.fails(failure * CrashHistory.WINDOW / 2));
        }
    }

    @Test
    void aBurstAfterALongPeaceIsTooMuch() {
        for (long failure = 0; failure < 7; failure++) {
            assertFalse(history.fails(failure * 10 * CrashHistory.WINDOW));
        }
        long start = 1000 * CrashHistory.WINDOW;
        for (int failure = 1; failure < CrashHistory.LIMIT; failure++) {
            assertFalse(history.fails(start));
        }
        assertTrue(history.fails(start));
    }
}
