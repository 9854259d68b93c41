package peaberry.launcher;

/** What {@code ./peaberry run} ends with; 0 to 99 are the guest's own. */
final class ExitStatus {

    /** The user left by the key {@link Terminal#LEAVE}. */
    static final int LEFT = 0;
    /** The kernel panicked or refused to boot. */
    static final int PANIC = 100;
    /** The machine stopped without saying why: a triple fault, or somebody ended the emulator. */
    static final int SILENT_STOP = 101;
    /** The emulator found something wrong with itself and gave up: it called {@code abort}, as a failed assertion does. */
    static final int EMULATOR_FAILED = 102;
    /** {@code --timeout} passed. */
    static final int TIMEOUT = 124;
    /** The guest never ran: bad usage, a missing tool, a build error. */
    static final int LAUNCHER_FAILED = 125;

    /** What the JVM says of a process that called {@code abort}: 128 + SIGABRT. */
    private static final int ABORTED = 134;

    private ExitStatus() {}

    /**
     * The guest's status from QEMU's.
     *
     * <p>QEMU's {@code isa-debug-exit} turns a write of {@code v} into exit status {@code 2 v + 1}, so an even one did not come
     * from the guest. QEMU also ends with 1 when it cannot start; a guest that ran has printed something. A QEMU that
     * somebody kills by signal 9 looks as if the guest had said 68: 128 + 9 is odd, too.
     *
     * @throws Failure if QEMU did not run the guest at all
     */
    static int ofEmulator(int emulatorStatus, boolean guestPrinted) throws Failure {
        if (emulatorStatus == 1 && !guestPrinted) {
            throw new Failure("QEMU did not start the machine");
        }
        if (emulatorStatus == ABORTED) {
            return EMULATOR_FAILED;
        }
        int status = emulatorStatus >> 1;
        return emulatorStatus % 2 == 1 && status <= PANIC ? status : SILENT_STOP;
    }
}
