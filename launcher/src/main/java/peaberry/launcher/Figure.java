package peaberry.launcher;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./peaberry bench} measures.
 *
 * @param key    its name in {@code build/bench.json}
 * @param what   in a reader's words
 * @param seL4   what seL4 takes for the same on the same emulated processor; a dash if nobody measured it
 * @param linux  the same of Linux
 * @param target the largest value that is good enough, or null
 */
record Figure(String key, String what, String seL4, String linux, BigDecimal target) {

    private static final String UNKNOWN = "–";

    static final List<Figure> ALL = List.of(
            of("syscall.null.instructions", "null system call", UNKNOWN, "326", "60"),
            of("ipc.roundtrip.0.instructions", "call and reply, no words", "407", "12,379", "300"),
            of("ipc.roundtrip.4.instructions", "call and reply, 4 words", "482", UNKNOWN, "340"),
            of("ipc.roundtrip.10.instructions", "call and reply, 10 words", "1,572", UNKNOWN, "700"),
            of("notification.signal.instructions", "signal a more urgent thread", "520", UNKNOWN, "380"),
            of("fault.roundtrip.instructions", "fault to its handler and back", "1,319", "3,447", "800"),
            of("irq.to_user.instructions", "interrupt to user thread", "365", UNKNOWN, "300"),
            of("yield.instructions", "yield to another thread", "280", UNKNOWN, "150"),
            of("yield.alone.instructions", "yield when alone", UNKNOWN, UNKNOWN, null),
            of("map.page.instructions", "map one page", "747", UNKNOWN, "450"),
            of("window.copy4k.instructions", "copy 4 KiB through a window", UNKNOWN, UNKNOWN, "1000"),
            of("spawn.native.instructions", "start of an empty program to its end", UNKNOWN, "419,514", "60000"),
            of("spawn.managed.instructions", "the same of an ordinary Java program", UNKNOWN, "419,514", "400000"),
            of("kernel.longest_uninterruptible.instructions", "longest stretch with interrupts off", UNKNOWN, UNKNOWN, "6000"),
            of("driver.restart.median.milliseconds", "driver crash to next answer, virtual ms", UNKNOWN, UNKNOWN, "5"),
            of("driver.restart.p99.milliseconds", "the same, 99 of 100 at most", UNKNOWN, UNKNOWN, "50"),
            of("boot.prompt.seconds", "start to prompt, seconds on the host", UNKNOWN, UNKNOWN, "0.5"),
            of("boot.login.seconds", "start to log-in, seconds on the host", UNKNOWN, UNKNOWN, "1.0"),
            of("memory.idle.bytes", "memory in use at an idle shell", UNKNOWN, UNKNOWN, "33554432"),
            of("kernel.text.bytes", "kernel's code and constants, bytes", "66,046", UNKNOWN, "98304"),
            of("kernel.lines", "kernel's lines of Java and assembly", UNKNOWN, UNKNOWN, "8000"),
            of("kernel.trusted.share", "share of trusted lines", UNKNOWN, UNKNOWN, "0.10"),
            of("image.bytes", "kernel and boot archive, bytes", UNKNOWN, UNKNOWN, null));

    /**
     * The targets that are missed today, each with the value that may not be exceeded meanwhile. What is listed here must be missed
     * indeed, so that the list says what is left to do; docs/performance.md says why.
     */
    private static final Map<String, BigDecimal> CEILINGS = Map.ofEntries(
            Map.entry("kernel.trusted.share", new BigDecimal("0.19")));

    private static Figure of(String key, String what, String seL4, String linux, String target) {
        return new Figure(key, what, seL4, linux, target == null ? null : new BigDecimal(target));
    }

    /** How a value compares with the target. */
    enum Verdict {
        NO_TARGET("", true),
        MET("met", true),
        /** Worse than the target, but no worse than it was. */
        MISSED("MISSED", true),
        /** The target is met, and {@link #CEILINGS} says otherwise. */
        MET_UNEXPECTEDLY("met: its ceiling can go", false),
        WORSE("MISSED and WORSE than it was", false);

        final String text;
        final boolean expected;

        Verdict(String text, boolean expected) {
            this.text = text;
            this.expected = expected;
        }
    }

    Verdict judge(BigDecimal value) {
        if (target == null) {
            return Verdict.NO_TARGET;
        }
        BigDecimal ceiling = CEILINGS.get(key);
        if (value.compareTo(target) <= 0) {
            return ceiling == null ? Verdict.MET : Verdict.MET_UNEXPECTEDLY;
        }
        return ceiling != null && value.compareTo(ceiling) <= 0 ? Verdict.MISSED : Verdict.WORSE;
    }
}
