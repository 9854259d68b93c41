package peaberry.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void percentilesAreRoundedUpToAStep() {
        for (int i = 1; i <= 100; i++) {
            histogram.add(i * 100L);
        }
        assertEquals(5_010, histogram.percentile(MEDIAN));
        assertEquals(9_910, histogram.percentile(99));
        assertEquals(10_000, histogram.percentile(100));
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
        histogram.add(1_000_000_000);
        assertEquals(10, histogram.percentile(MEDIAN));
        assertEquals(1_000_000_000, histogram.percentile(99));
    }

    @Test
    void aTimeThatRunsBackwardsIsNone() {
        histogram.add(-7);
        assertEquals(1, histogram.total());
        assertEquals(0, histogram.greatest());
    }
}
