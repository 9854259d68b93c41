package peaberry.kernel;

import peaberry.kernel.arch.Cpu;
import peaberry.machine.EntryPoint;

/** Where a kernel begins that measures how long it keeps interrupts off; it is an image of its own, for tests. As {@link Main} otherwise. */
public final class MeasuringMain {

    private static final Processor PROCESSOR = new Processor();
    private static final Stopwatch STOPWATCH = new Stopwatch(new SystemCalls(PROCESSOR), PROCESSOR);
    private static final Boot BOOT = new Boot();

    private MeasuringMain() {
    }

    /** Called once, as {@link Main#start} is in the ordinary image. */
    @EntryPoint("peaberry_start")
    public static void start() {
        Cpu.start(STOPWATCH);
        BOOT.run(PROCESSOR);
    }
}
