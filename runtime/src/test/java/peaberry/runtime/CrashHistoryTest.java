package peaberry.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrashHistoryTest {

    private final CrashHistory history = new CrashHistory();

    @Test
    void theFifthFailureWithinASecondIsTooMuch() {
        for (int failure = 1; failure < CrashHistory.LIMIT; failure++) {
            assertFalse(history.isTooMuch(failure));
        }
        assertTrue(history.isTooMuch(1 + CrashHistory.WINDOW));
    }

    @Test
    void fiveFailuresInMoreThanASecondAreNot() {
        for (int failure = 1; failure < CrashHistory.LIMIT; failure++) {
            assertFalse(history.isTooMuch(failure));
        }
        assertFalse(history.isTooMuch(2 + CrashHistory.WINDOW));
    }

    @Test
    void failuresNowAndThenAreNeverTooMuch() {
        for (long failure = 0; failure < 100; failure++) {
            assertFalse(history.isTooMuch(failure * CrashHistory.WINDOW / 2));
        }
    }

    @Test
    void aBurstAfterALongPeaceIsTooMuch() {
        for (long failure = 0; failure < 7; failure++) {
            assertFalse(history.isTooMuch(failure * 10 * CrashHistory.WINDOW));
        }
        long start = 1000 * CrashHistory.WINDOW;
        for (int failure = 1; failure < CrashHistory.LIMIT; failure++) {
            assertFalse(history.isTooMuch(start));
        }
        assertTrue(history.isTooMuch(start));
    }
}
