package peaberry.system;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Size;

/**
 * Faults put into running processes on purpose, to see what comes of them: for systems that test themselves. A process is named by its
 * number, as in {@link SystemControl}. Only processes on the bare machine have code that can be changed.
 */
@Interface(outcomes = Injection.Outcome.class)
public interface Injection {

    /** The most bytes of a process that are read at once. */
    int MAX_READ = 256;
    /** The most bytes that are changed at once: more than an instruction has. */
    int MAX_CHANGE = 16;

    /**
     * Changes code when the process comes to it: until then an instruction that traps stands at the address, and nothing else of the
     * code differs. There is one plant at a time: another one takes the place of that which was not reached, whose code is as it was.
     * A process that is made anew has lost it.
     */
    @Idempotent
    void plant(int number, long address, @Size(MAX_CHANGE) byte[] bytes);

    /** What became of the last plant. */
    @Idempotent
    Planted planted();

    /** Takes back a plant that was not reached. */
    @Idempotent
    void remove();

    /** Bytes of a process's memory, code or data: fewer if the next page is not mapped. */
    @Idempotent
    @Size(MAX_READ)
    byte[] read(int number, long address, int count);

    /** Changes a process's memory at once. */
    @Idempotent
    void write(int number, long address, @Size(MAX_CHANGE) byte[] bytes);

    /** What happened to a process since the system started. */
    @Idempotent
    Recovery lastRecovery(int number);

    /**
     * @param reached whether the process came there, and the bytes were changed
     * @param ticks   of the clock, when it did
     */
    record Planted(boolean reached, long ticks) {
    }

    /**
     * @param faults       how often it failed, those that no injection caused included
     * @param restarts     how often it was made anew
     * @param detection    how its last failure was noticed
     * @param faultTicks   of the clock, when its last failure was heard of
     * @param runningTicks of the clock, when it ran again; before that less than {@code faultTicks}
     */
    record Recovery(long faults, long restarts, Detection detection, long faultTicks, long runningTicks) {
    }

    /** How a failure is noticed. */
    enum Detection {
        /** Of the language: an index, a null reference, a wrong class, an exception. */
        TRAP,
        PAGE_FAULT,
        /** An instruction or a system call that does not exist, and other exceptions of the processor. */
        ILLEGAL,
        /** None came in time. */
        SIGN_OF_LIFE,
        /** It broke the rules of an interface. */
        PROTOCOL,
        /** Its device tried what it may not. */
        DEVICE_FAULT,
        /** It used up its processor time. */
        BUDGET
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no process of that number. */
        NOT_FOUND,
        /** There is no memory of the process at that address, or it is not the process's own. */
        NO_MEMORY
    }
}
