package peaberry.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final FakeDeadline deadline = new FakeDeadline();

    @Test
    void aSleepTellsHowFastTheClockTicks() {
        deadline.await(100_000);
        assertWaited(100, 105);
    }

    @Test
    void whoNeverSleepsLongEnoughWaitsAsForTheFastestClock() {
        deadline.interruptNaps();
        deadline.await(100_000);
        assertWaited(100, 260);
    }

    @Test
    void noTimeIsOverAtOnce() {
        deadline.await(0);
        assertEquals(0, deadline.milliseconds());
    }

    @Test
    void timeThatIsOverStaysOver() {
        deadline.set(1);
        while (deadline.pause()) {
            assertTrue(deadline.milliseconds() < 10);
        }
        assertTrue(!deadline.pause());
    }

    private void assertWaited(long least, long most) {
        assertTrue(deadline.milliseconds() >= least && deadline.milliseconds() <= most, deadline.milliseconds() + " ms");
    }
}
