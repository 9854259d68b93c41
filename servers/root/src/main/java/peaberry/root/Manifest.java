package peaberry.root;

import peaberry.root.ProcessPlan.Policy;
import peaberry.runtime.ProgramSlots;

/** Which processes there are and what each may do: the one place that says so. */
final class Manifest {

    /** Root's own name, for those who are its clients. */
    static final String ROOT = "root";
    /** First and last port of the console's device. */
    static final int CONSOLE_FIRST_PORT = 0x3F8;
    static final int CONSOLE_LAST_PORT = 0x3FF;

    private static final int CONSOLE_INTERRUPT = 4;
    private static final int DRIVER_PRIORITY = 200;
    private static final int PROGRAM_PRIORITY = 100;
    /** 512 KiB. */
    private static final int MEMORY_BITS = 19;

    private static final ProcessPlan SERIAL = new ProcessPlan("serial", "serial", "serial.lines", 0, DRIVER_PRIORITY,
            MEMORY_BITS, Policy.RESTART,
            new Grant[] {
                Grant.service(),
                Grant.replies(ProgramSlots.MAX_REPLIES),
                Grant.ports(CONSOLE_FIRST_PORT, CONSOLE_LAST_PORT),
                Grant.interrupt(CONSOLE_INTERRUPT),
            });

    private static final ProcessPlan SHELL = new ProcessPlan("shell", "shell", "shell.lines", 0, PROGRAM_PRIORITY,
            MEMORY_BITS, Policy.RESTART,
            new Grant[] {
                Grant.client(ProgramSlots.CONSOLE, "serial"),
                Grant.operator(ProgramSlots.CONSOLE_OPERATOR, "serial"),
                Grant.client(ProgramSlots.SYSTEM, ROOT),
            });

    private static final ProcessPlan BENCH = new ProcessPlan("bench", "bench", "bench.lines", 0, PROGRAM_PRIORITY,
            MEMORY_BITS, Policy.POWER_OFF,
            new Grant[] {
                Grant.client(ProgramSlots.CONSOLE, "serial"),
                Grant.operator(ProgramSlots.CONSOLE_OPERATOR, "serial"),
                Grant.client(ProgramSlots.SYSTEM, ROOT),
                Grant.client(ProgramSlots.PEER, "echo"),
            });

    private static final ProcessPlan ECHO = new ProcessPlan("echo", "bench", "bench.lines", 1, PROGRAM_PRIORITY,
            MEMORY_BITS, Policy.POWER_OFF,
            new Grant[] {Grant.service(), Grant.replies(1)});

    /** The system at work, in the order in which it is started. */
    static final ProcessPlan[] NORMAL = {SERIAL, SHELL};
    /** The system that measures itself. */
    static final ProcessPlan[] MEASURING = {SERIAL, ECHO, BENCH};

    private Manifest() {
    }
}
