package peaberry.kernel;

import peaberry.kernel.arch.Cpu;
import peaberry.machine.EntryPoint;

/** Where a kernel begins that lets no message pass by {@link FastPath}; it is an image of its own, for tests. As {@link Main} otherwise. */
public final class GeneralPathMain {

    private static final Processor PROCESSOR = new Processor();
    private static final SystemCalls SYSTEM_CALLS = new SystemCalls(PROCESSOR);
    private static final Boot BOOT = new Boot();

    static {
        PROCESSOR.openFastPath(false);
    }

    private GeneralPathMain() {
    }

    /** Called once, as {@link Main#start} is in the ordinary image. */
    @EntryPoint("peaberry_start")
    public static void start() {
        Cpu.start(SYSTEM_CALLS);
        BOOT.run(PROCESSOR);
    }
}
