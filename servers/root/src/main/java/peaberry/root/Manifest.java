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
    /** Below the driver, so that its output is not held up, and above all that it starts. */
    private static final int TEST_PRIORITY = 150;
    /** 512 KiB. */
    private static final int MEMORY_BITS = 19;
    /** 16 MiB, half of it for the objects that the tests make. */
    private static final int TEST_MEMORY_BITS = 24;
    private static final int TEST_OBJECTS_BITS = 23;
    private static final int TABLE_BITS = ProgramSlots.CNODE_BITS;
    private static final int TEST_TABLE_BITS = 10;
    /** 1 MiB, 256 KiB of it for what the measuring program makes. */
    private static final int BENCH_MEMORY_BITS = 20;
    private static final int BENCH_OBJECTS_BITS = 18;
    private static final int BENCH_TABLE_BITS = 7;

    private static final ProcessPlan SERIAL = new ProcessPlan("serial", "serial", "serial.lines", 0, DRIVER_PRIORITY,
            MEMORY_BITS, TABLE_BITS, Policy.RESTART,
            new Grant[] {
                Grant.service(),
                Grant.replies(ProgramSlots.MAX_REPLIES),
                Grant.ports(CONSOLE_FIRST_PORT, CONSOLE_LAST_PORT),
                Grant.interrupt(CONSOLE_INTERRUPT),
            });

    private static final ProcessPlan SHELL = new ProcessPlan("shell", "shell", "shell.lines", 0, PROGRAM_PRIORITY,
            MEMORY_BITS, TABLE_BITS, Policy.RESTART,
            new Grant[] {
                Grant.client(ProgramSlots.CONSOLE, "serial"),
                Grant.operator(ProgramSlots.CONSOLE_OPERATOR, "serial"),
                Grant.client(ProgramSlots.SYSTEM, ROOT),
            });

    private static final ProcessPlan BENCH = new ProcessPlan("bench", "bench", "bench.lines", 0, PROGRAM_PRIORITY,
            BENCH_MEMORY_BITS, BENCH_TABLE_BITS, Policy.POWER_OFF,
            new Grant[] {
                Grant.client(ProgramSlots.CONSOLE, "serial"),
                Grant.operator(ProgramSlots.CONSOLE_OPERATOR, "serial"),
                Grant.client(ProgramSlots.SYSTEM, ROOT),
                Grant.client(ProgramSlots.PEER, "echo"),
                Grant.self(),
                Grant.memory(BENCH_OBJECTS_BITS),
                Grant.controls(),
            });

    private static final ProcessPlan ECHO = new ProcessPlan("echo", "bench", "bench.lines", 1, PROGRAM_PRIORITY,
            MEMORY_BITS, TABLE_BITS, Policy.POWER_OFF,
            new Grant[] {Grant.service(), Grant.replies(1)});

    private static final Grant[] TEST_GRANTS = {
        Grant.client(ProgramSlots.CONSOLE, "serial"),
        Grant.client(ProgramSlots.SYSTEM, ROOT),
        Grant.self(),
        Grant.memory(TEST_OBJECTS_BITS),
        Grant.controls(),
    };

    private static final ProcessPlan CONFORMANCE = new ProcessPlan("conformance", "conformance", "conformance.lines", 0,
            TEST_PRIORITY, TEST_MEMORY_BITS, TEST_TABLE_BITS, Policy.POWER_OFF, TEST_GRANTS);

    private static final ProcessPlan FUZZ = new ProcessPlan("fuzz", "conformance", "conformance.lines", 1,
            TEST_PRIORITY, TEST_MEMORY_BITS, TEST_TABLE_BITS, Policy.POWER_OFF, TEST_GRANTS);

    /** The system at work, in the order in which it is started. */
    static final ProcessPlan[] NORMAL = {SERIAL, SHELL};
    /** The system that measures itself. */
    static final ProcessPlan[] MEASURING = {SERIAL, ECHO, BENCH};
    /** The system that tests its kernel. */
    static final ProcessPlan[] TESTING = {SERIAL, CONFORMANCE};
    /** The system whose kernel bears whatever a hostile program does. */
    static final ProcessPlan[] FUZZING = {SERIAL, FUZZ};

    private Manifest() {
    }
}
