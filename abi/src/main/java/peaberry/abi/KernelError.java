package peaberry.abi;

/**
 * Why the kernel refused an operation, or did not end it. An operation that fails has changed nothing, but for {@link #INTERRUPTED} and
 * {@link #NOT_MAPPED}, with which word 0 says how far it got. The ordinal travels in the tag.
 */
public enum KernelError {
    /** It went well. */
    NONE,
    /** The slot is empty, or the index is outside the CNode. */
    INVALID_CAPABILITY,
    /** The capability is of a kind that has no such operation. */
    ILLEGAL_OPERATION,
    /** The capability lacks a right that the operation needs. */
    MISSING_RIGHT,
    /** An argument has no meaning. */
    INVALID_ARGUMENT,
    /** A number is outside its range. */
    RANGE_ERROR,
    /** An address or size is not aligned as it must be. */
    ALIGNMENT_ERROR,
    /** A capability named by an argument is missing or of the wrong kind. */
    FAILED_LOOKUP,
    /** A page table is missing on the way to the address: map one first. */
    MISSING_PAGE_TABLE,
    /** The message is shorter than the operation needs, or longer than the message buffer allows. */
    TRUNCATED_MESSAGE,
    /** The destination slot, the address or the port is taken already. */
    OCCUPIED,
    /** The object has children: revoke them first. */
    REVOKE_FIRST,
    /** The untyped memory is too small for what is asked. */
    NOT_ENOUGH_MEMORY,
    /** The other side, or the object waited on, was destroyed before it answered. */
    ABORTED,
    /** The machine lacks what the operation needs. */
    UNSUPPORTED,
    /** An interrupt came in the midst of a long operation: what was done stays done, and a further call goes on. */
    INTERRUPTED,
    /** What was waited for did not come in time. */
    TIMED_OUT,
    /** The scheduling context that was lent with the call was used up before the answer came. */
    BUDGET_EXHAUSTED,
    /** Memory that a copy needs is not mapped, or not with the access that it needs: what was copied before stays copied. */
    NOT_MAPPED;

    private static final KernelError[] ALL = values();

    /** The error with this ordinal; {@link #INVALID_ARGUMENT} for a number that is none. */
    public static KernelError of(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : INVALID_ARGUMENT;
    }
}
