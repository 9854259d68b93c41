package peaberry.machine;

/**
 * What a system call carries in registers, in both directions: the fixed part of a message.
 *
 * <p>Each program has one, made at build time; a system call reads it and, when it returns, has written it.
 */
public final class MessageRegisters {
    /** Length, capability count and label, as {@code peaberry.abi.Tag} lays them out. */
    public long tag;
    /** Out: the badge of the capability through which the message came, or of the notification. */
    public long badge;
    public long word0;
    public long word1;
    public long word2;
    public long word3;
    public long word4;
    public long word5;

    /** All zero. */
    public MessageRegisters() {
        // Every field is as it should be.
    }
}
