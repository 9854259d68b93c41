package peaberry.bench;

/**
 * Runs in place of the shell when the boot archive asks for it, as two processes. Prints what things cost and switches
 * the machine off with status 0, or with 1 if something could not be measured.
 */
public final class Bench {

    private static final long ARGUMENT_ECHO = 1;
    /** log2 of the bytes that an ordinary program's heap is made from. */
    private static final int HEAP_BITS = 21;

    private Bench() {
    }

    /** Does not return. @param argument 1: be the other side of the measurement */
    public static void main(long argument) {
        if (argument == ARGUMENT_ECHO) {
            Echo.run();
        }
        Resources.find();
        Report.number("syscall.null.instructions", Paths.nullSystemCall());
        Report.number("ipc.roundtrip.0.instructions", RoundTrips.withoutWords());
        Report.number("ipc.roundtrip.4.instructions", RoundTrips.withFourWords());
        Report.number("ipc.roundtrip.10.instructions", RoundTrips.withTenWords());
        Report.CONSOLE.flush();
        Report.number("notification.signal.instructions", ThreadPaths.signal());
        Report.number("fault.roundtrip.instructions", ThreadPaths.fault());
        Report.number("irq.to_user.instructions", InterruptPath.ticks());
        Report.number("yield.instructions", ThreadPaths.yieldToAnother());
        Report.number("yield.alone.instructions", Paths.yieldAlone());
        Report.number("map.page.instructions", PageMapping.ticks());
        Report.number("window.copy4k.instructions", WindowPath.ticks());
        Report.number("spawn.native.instructions", Spawns.ticks("empty", 0));
        Report.number("spawn.managed.instructions", Spawns.ticks("ordinary", HEAP_BITS));
        boolean restarts = DriverRestart.measure();
        Report.thousandths("driver.restart.median.milliseconds", DriverRestart.medianMicroseconds());
        Report.thousandths("driver.restart.p99.milliseconds", DriverRestart.p99Microseconds());
        Report.CONSOLE.flush();
        DriverRestart.shutdown(restarts ? 0 : 1);
        throw new IllegalStateException();
    }
}
