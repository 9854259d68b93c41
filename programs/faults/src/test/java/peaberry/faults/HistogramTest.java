package peaberry.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HistogramTest {

    private static final int MEDIAN = 50;

    private final Histogram histogram = new Histogram();

    @Test
    void anEmptyOneHasNoTimes() {
        assertEquals(0, histogram.total());
        assertEquals(0, histogram.percentile(MEDIAN));
        assertEquals(0, histogram.greatest());
    }

    @Test
    void percentilesAreRoundedUpToAStepOfThe32ndPart() {
        for (int i = 1; i <= 100; i++) {
            histogram.add(i * 100L);
        }
        assertEquals(5_119, histogram.percentile(MEDIAN));
        assertEquals(9_983, histogram.percentile(99));
        assertEquals(10_000, histogram.percentile(100));
    }

    @Test
    void aStepEndsLessThanA32ndPartBehindEachOfItsTimes() {
        histogram.add(2_000_000_000);
        for (long time = 0; time < 1_000_000_000; time += 1 + time / 500) {
            Histogram single = new Histogram();
            single.add(time);
            int step = 0;
            while (single.count(step) == 0) {
                step++;
            }
            long end = histogram.end(step);
            assertTrue(time <= end && end - time <= time / 32, "time " + time + ", end " + end);
            assertTrue(step == 0 || time > histogram.end(step - 1), "time " + time + ", step " + step);
        }
    }

    @Test
    void nothingIsSlowerThanTheSlowest() {
        histogram.add(263);
        assertEquals(263, histogram.percentile(MEDIAN));
        assertEquals(263, histogram.percentile(100));
    }

    @Test
    void whatIsBeyondTheStepsCountsAsTheSlowest() {
        histogram.add(5);
        histogram.add(5);
        histogram.add(1_000_000_000_000L);
        assertEquals(5, histogram.percentile(MEDIAN));
        assertEquals(1_000_000_000_000L, histogram.percentile(99));
    }

    @Test
    void aTimeThatRunsBackwardsIsNone() {
        histogram.add(-7);
        assertEquals(1, histogram.total());
        assertEquals(0, histogram.greatest());
    }
}
