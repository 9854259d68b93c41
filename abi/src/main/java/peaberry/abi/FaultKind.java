package peaberry.abi;

/**
 * Why a thread was stopped. A fault message has the ordinal as label and five words: instruction pointer, fault
 * address (page fault) or {@link JavaTrap} ordinal (Java trap) or number (unknown system call), stack pointer, the hardware's error code, 0.
 * The instruction pointer is that of the instruction that failed; or of the one behind it after a breakpoint (INT3), a single step
 * or an unknown system call; or of the one that was to come when the budget was used up. A reply without words resumes the thread
 * there, one with words at the address in its first word, which is one that a program can have, else the reply fails with
 * {@code RANGE_ERROR}. All other registers stay as they were.
 */
public enum FaultKind {
    PAGE_FAULT,
    /** A check in compiled Java failed. */
    JAVA_TRAP,
    ILLEGAL_INSTRUCTION,
    /** Any other exception of the processor; the second word is its vector. */
    PROCESSOR_EXCEPTION,
    UNKNOWN_SYSTEM_CALL,
    /** The budget is used up; goes to the timeout handler. The second word is what the scheduling context has used, in ticks. */
    BUDGET_EXHAUSTED;

    private static final FaultKind[] ALL = values();

    /** The kind with this ordinal; {@link #PROCESSOR_EXCEPTION} for a number that is none. */
    public static FaultKind of(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : PROCESSOR_EXCEPTION;
    }
}
