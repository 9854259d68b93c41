package peaberry.abi;

/**
 * What a kernel that measures itself tells: the longest time that it kept interrupts off, for each cause. Only such a kernel knows
 * the system call; another treats it as any unknown one.
 */
public final class UninterruptibleStretch {

    /** Word 0: a cause → word 0: the ticks of the longest stretch that it had, 0 if there was none. */
    public static final int SYSTEM_CALL = 200;

    /** System calls but invocations: the cause is the number. */
    public static final int FIRST_SYSTEM_CALL = 0;
    /** Invocations: this and the label. */
    public static final int FIRST_INVOCATION = 32;
    /** Faults: this and the {@link FaultKind}'s ordinal. */
    public static final int FIRST_FAULT = 160;
    /** What a device tried and may not. */
    public static final int DEVICE_FAULT = 189;
    /** A device's interrupt. */
    public static final int INTERRUPT = 190;
    /** The timer. */
    public static final int TIMER = 191;
    /** How many causes there may be. */
    public static final int CAUSES = 192;

    private UninterruptibleStretch() {
    }

    /** The cause of an invocation. @param label any; what is no invocation counts as the first one behind them */
    public static int ofInvocation(int label) {
        int behind = FIRST_FAULT - FIRST_INVOCATION - 1;
        return FIRST_INVOCATION + (label >= 0 && label < behind ? label : behind);
    }

    /** The cause of a system call. @param number any */
    public static int ofSystemCall(int number) {
        int behind = FIRST_INVOCATION - 1;
        return FIRST_SYSTEM_CALL + (number >= 0 && number < behind ? number : behind);
    }
}
