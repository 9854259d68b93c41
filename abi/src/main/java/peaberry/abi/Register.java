package peaberry.abi;

/**
 * The registers of a thread that {@link Invocation#TCB_READ_REGISTER} and {@link Invocation#TCB_WRITE_REGISTER} know. The ordinal is
 * the number: that of a general register is the processor's own, in which it encodes its instructions (Intel SDM volume 2, table 3-1).
 */
public enum Register {
    RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15,
    /** The instruction that failed, after a fault; else the one with which the thread goes on. */
    INSTRUCTION_POINTER,
    /** RFLAGS. */
    FLAGS;

    private static final Register[] ALL = values();

    public static boolean isOrdinal(long number) {
        return number >= 0 && number < ALL.length;
    }

    /** @param ordinal one for which {@link #isOrdinal} holds */
    public static Register of(int ordinal) {
        return ALL[ordinal];
    }
}
