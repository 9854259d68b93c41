package peaberry.launcher;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * What Peaberry and a Linux both do.
 *
 * @param key    of the ticks that it takes, without its end, as the guests print it
 * @param what   in a reader's words
 * @param amount of what is done, in units
 * @param unit   what {@link #amount} counts, for each second; null where the ticks are instructions
 */
record Contest(String key, String what, long amount, String unit) {

    /** What both print, and what it is in Linux's ratio to ours. */
    private static final String TICKS = ".ticks";
    private static final String RATIO = ".vs_linux";
    static final BigDecimal TARGET = new BigDecimal("1.00");
    private static final int PLACES = 2;

    static final List<Contest> ALL = List.of(
            new Contest("file.seq_write", "write 64 MiB and sync", 64, "MiB/s"),
            new Contest("file.seq_read", "read 64 MiB that no cache has", 64, "MiB/s"),
            new Contest("file.64k_cycle", "create, write, read, remove 64 KiB", 1, null),
            new Contest("file.create", "create 10,000 files of 100 bytes, sync", 10_000, "files/s"));

    String ticksKey() {
        return key + TICKS;
    }

    String ratioKey() {
        return key + RATIO;
    }

    /** Whether it is measured in a guest whose ticks are its instructions. */
    boolean countsInstructions() {
        return unit == null;
    }

    /** How many times as well Peaberry does it, rounded down, so that what is missed is not called met. */
    static BigDecimal ratio(BigDecimal ours, BigDecimal linux) {
        return linux.divide(ours, PLACES, RoundingMode.DOWN);
    }

    static boolean isMet(BigDecimal ratio) {
        return ratio.compareTo(TARGET) >= 0;
    }

    /** What came of it, in its unit. @param ticksPerSecond of the guest that took so many */
    String text(BigDecimal ticks, BigDecimal ticksPerSecond) {
        if (countsInstructions()) {
            return String.format(Locale.ROOT, "%,d instr.", ticks.longValueExact());
        }
        return String.format(Locale.ROOT, "%,.1f %s", amount * ticksPerSecond.doubleValue() / ticks.doubleValue(), unit);
    }
}
