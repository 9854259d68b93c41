package peaberry.launcher;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How often which time was seen, in microseconds. */
final class Distribution {

    private static final int PERCENT = 100;
    private static final int MEDIAN = 50;
    private static final int NEARLY_ALL = 99;
    private static final double MICROSECONDS = 1_000;

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long total;

    void add(long microseconds, long count) {
        counts.merge(microseconds, count, Long::sum);
        total += count;
    }

    /** What {@code percent} of all took at most; 0 if there are none. @param percent 1 to 100 */
    long percentile(int percent) {
        long rank = (total * percent + PERCENT - 1) / PERCENT;
        long below = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            below += entry.getValue();
            if (below >= rank) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** The median, the 99th percentile and the longest, in milliseconds; dashes if there are none. */
    Stream<String> row() {
        return IntStream.of(MEDIAN, NEARLY_ALL, PERCENT).mapToObj(percent -> total == 0 ? "–" : String.format(Locale.ROOT, "%.2f", percentile(percent) / MICROSECONDS));
    }
}
