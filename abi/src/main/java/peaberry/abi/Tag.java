package peaberry.abi;

import peaberry.machine.Unboxed;

/**
 * The first word of every message: bits 0–6 the length in words, bits 7–9 the number of capabilities, bit 10 set by
 * the kernel alone when the label is a {@link KernelError}, bits 12–43 the label (an unsigned 32-bit number).
 */
@Unboxed
public record Tag(long bits) {

    /** The most words in a message. */
    public static final int MAX_LENGTH = 120;
    /** How many words travel in registers; the rest is in the message buffer. */
    public static final int REGISTER_WORDS = 6;

    /** The most capabilities in a message. */
    public static final int MAX_CAPABILITIES = 4;
    /** The word of the sender's message buffer that has the address of the first capability that is sent; the others follow. */
    public static final int SENT_CAPABILITIES = MAX_LENGTH;
    /** The word of the receiver's message buffer that has the address of the slot for the first capability; the others follow. */
    public static final int RECEIVED_CAPABILITIES = SENT_CAPABILITIES + MAX_CAPABILITIES;
    /** The words of a message buffer. */
    public static final int BUFFER_WORDS = RECEIVED_CAPABILITIES + MAX_CAPABILITIES;

    private static final int CAPABILITIES_SHIFT = 7;
    private static final long LENGTH = 0x7F;
    private static final long LABEL = 0x0FFF_FFFF_F000L;
    private static final int FAILED_BIT = 1 << 10;
    private static final int LABEL_SHIFT = 12;

    /** A message without capabilities. @param label any 32 bits @param length 0 to {@link #MAX_LENGTH} */
    public static Tag of(int label, int length) {
        return new Tag((label & 0xFFFF_FFFFL) << LABEL_SHIFT | length & 0x7F);
    }

    /** The same message with this many capabilities. @param count 0 to {@link #MAX_CAPABILITIES} */
    public Tag withCapabilities(int count) {
        return new Tag(bits & ~(7L << CAPABILITIES_SHIFT) | (count & 7L) << CAPABILITIES_SHIFT);
    }

    /** The same message with this many words. @param length 0 to {@link #MAX_LENGTH} */
    public Tag withLength(int length) {
        return new Tag(bits & ~LENGTH | length & LENGTH);
    }

    /** The kernel's answer to an operation that failed. */
    public static Tag failure(KernelError error, int length) {
        return new Tag((long) error.ordinal() << LABEL_SHIFT | FAILED_BIT | length & 0x7F);
    }

    /** What a sender's tag becomes on its way: only the kernel says that something failed. */
    public Tag fromUser() {
        return new Tag(bits & ~(long) FAILED_BIT & 0x0FFF_FFFF_FFFFL);
    }

    /**
     * Whether the message is complete in registers, at most {@link #REGISTER_WORDS} words and no capability, and the tag has
     * no bits that only the kernel may set: {@link #fromUser} is then the same tag.
     */
    public boolean isShort() {
        return Long.compareUnsigned(bits & ~LABEL, REGISTER_WORDS) <= 0;
    }

    /** The same for a message of any length: no capability, and no bits that only the kernel may set. */
    public boolean isPlain() {
        return Long.compareUnsigned(bits & ~LABEL, MAX_LENGTH) <= 0;
    }

    public int length() {
        return (int) bits & 0x7F;
    }

    public int capabilities() {
        return (int) bits >>> CAPABILITIES_SHIFT & 7;
    }

    public int label() {
        return (int) (bits >>> LABEL_SHIFT);
    }

    /** Whether the kernel refused or aborted the operation; {@link #label()} is then a {@link KernelError}'s ordinal. */
    public boolean failed() {
        return (bits & FAILED_BIT) != 0;
    }
}
