package peaberry.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.runtime.CrashHistory;

class HistoryTest {

    private static final int NUMBER = 3;

    private final History history = new History(NUMBER);

    @BeforeEach
    void start() {
        new KeptMemory();
    }

    @Test
    void theFifthFailureWithinASecondIsTheLimit() {
        for (int failure = 1; failure < CrashHistory.LIMIT; failure++) {
            assertEquals(failure, history.failedAt(failure));
        }
        assertEquals(CrashHistory.LIMIT, history.failedAt(1 + CrashHistory.WINDOW));
    }

    @Test
    void fiveFailuresInMoreThanASecondAreNot() {
        for (int failure = 1; failure < CrashHistory.LIMIT; failure++) {
            assertEquals(failure, history.failedAt(failure));
        }
        assertEquals(CrashHistory.LIMIT - 1, history.failedAt(2 + CrashHistory.WINDOW));
    }

    @Test
    void failuresNowAndThenNeverAddUp() {
        history.failedAt(0);
        history.failedAt(CrashHistory.WINDOW / 2);
        for (long failure = 2; failure < 100; failure++) {
            assertEquals(3, history.failedAt(failure * CrashHistory.WINDOW / 2));
        }
    }

    @Test
    void aBurstAfterALongPeaceCountsFromItsStart() {
        for (long failure = 0; failure < 7; failure++) {
            assertEquals(1, history.failedAt(failure * 10 * CrashHistory.WINDOW));
        }
        long start = 1000 * CrashHistory.WINDOW;
        for (int failure = 1; failure <= CrashHistory.LIMIT; failure++) {
            assertEquals(failure, history.failedAt(start));
        }
    }

    @Test
    void whatIsForgivenDoesNotCountButRestartsDo() {
        history.failedAt(0);
        history.failedAt(0);
        history.countRestart();
        history.forgive();
        assertEquals(1, history.failedAt(0));
        assertEquals(1, history.restarts());
    }

    @Test
    void thePauseGrowsFourfoldFromTheSecondFailureOn() {
        assertEquals(0, History.pause(0));
        assertEquals(0, History.pause(1));
        assertEquals(1_000, History.pause(2));
        assertEquals(4_000, History.pause(3));
        assertEquals(16_000, History.pause(4));
    }

    @Test
    void theNextSupervisorKnowsIt() {
        history.failedAt(0);
        history.countRestart();
        history.countFault(2, 77);
        history.noteRun(78);
        history.setEnded(true);
        Kept.open();
        History same = new History(3);
        assertEquals(2, same.failedAt(0));
        assertTrue(same.hasEnded());
        assertEquals(1, same.restarts());
        assertEquals(1, same.faults());
        assertEquals(2, same.detection());
        assertEquals(77, same.heardAt());
        assertEquals(78, same.ranAt());
    }

    @Test
    void anothersPastIsAnother() {
        history.failedAt(0);
        history.setEnded(true);
        assertEquals(1, new History(2).failedAt(0));
        assertEquals(1, new History(4).failedAt(0));
        assertFalse(new History(2).hasEnded() || new History(4).hasEnded());
    }

    @Test
    void whoIsToFollowIsKnownToTheNextSupervisor() {
        history.setDue(true);
        for (int failure = 0; failure < CrashHistory.LIMIT; failure++) {
            history.failedAt(failure);
        }
        assertTrue(new History(NUMBER).isDue());
        history.setDue(false);
        assertFalse(history.isDue());
    }
}
