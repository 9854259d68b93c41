package peaberry.kernel;

import peaberry.kernel.arch.Cpu;
import peaberry.machine.EntryPoint;

/**
 * Where the kernel begins. Its few objects that are not in anybody's memory, the processor and the trap handler, are
 * made at build time.
 */
public final class Main {

    private static final Processor PROCESSOR = new Processor();
    private static final SystemCalls SYSTEM_CALLS = new SystemCalls(PROCESSOR);
    private static final Boot BOOT = new Boot();

    private Main() {
    }

    /** Called once, on the kernel's stack, with nothing set up but memory; when it returns, the root process runs. */
    @EntryPoint("peaberry_start")
    public static void start() {
        Cpu.start(SYSTEM_CALLS);
        BOOT.run(PROCESSOR);
    }
}
