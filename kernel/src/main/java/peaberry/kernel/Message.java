package peaberry.kernel;

import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.kernel.arch.UserContext;
import peaberry.machine.OutOfLine;

/**
 * The copying of messages from thread to thread: six words in registers, further ones through the message buffers. A
 * receiver without a buffer gets the first six words. {@link CapabilityTransfer} copies the capabilities.
 */
final class Message {

    private static final int FAULT_WORDS = 5;

    private Message() {
    }

    /** Whether the message in the thread's registers may be sent. @param channel what the capability allows through which it goes */
    /*@ public normal_behavior
      @ ensures \result == KernelError.NONE || \result == KernelError.TRUNCATED_MESSAGE || \result == KernelError.INVALID_ARGUMENT
      @     || \result == KernelError.MISSING_RIGHT || \result == KernelError.FAILED_LOOKUP || \result == KernelError.ILLEGAL_OPERATION;
      @*/
    static KernelError check(Tcb sender, Rights channel) {
        Tag tag = new Tag(sender.context.tag());
        int length = tag.length();
        if (length > Tag.REGISTER_WORDS && (length > Tag.MAX_LENGTH || sender.buffer.isEmpty())) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        return tag.capabilities() == 0 ? KernelError.NONE : CapabilityTransfer.check(sender, channel);
    }

    /** Whether the sender's message may be sent, and its tag as it is. */
    static boolean isPlain(Tcb sender) {
        return new Tag(sender.context.tag()).isShort() || isPlainAndLong(sender);
    }

    @OutOfLine
    private static boolean isPlainAndLong(Tcb sender) {
        return new Tag(sender.context.tag()).isPlain() && !sender.buffer.isEmpty();
    }

    /** Copies a message that {@link #check} has passed. */
    static void copy(Tcb from, Tcb to, long badge) {
        Tag tag = new Tag(from.context.tag()).fromUser();
        to.context.take(from.context, tag, badge);
        if (tag.length() > Tag.REGISTER_WORDS) {
            copyRest(from, to, tag);
        }
        if (tag.capabilities() != 0) {
            Tag arrived = new Tag(to.context.tag());
            to.context.setTag(arrived.withCapabilities(CapabilityTransfer.copy(from, to, tag.capabilities())).bits());
        }
    }

    /** Copies what does not fit into registers; a receiver without a buffer is told that it got the first six words. */
    @OutOfLine
    static void copyRest(Tcb from, Tcb to, Tag tag) {
        if (!MessageBuffer.copy(to.buffer, from.buffer, tag.length())) {
            to.context.setTag(tag.withLength(Tag.REGISTER_WORDS).bits());
        }
    }

    /** Tells {@code to} why {@code from} stopped; the words are as {@link peaberry.abi.FaultKind} lists them. */
    static void copyFault(Tcb from, Tcb to, long badge) {
        UserContext words = to.context;
        words.setWord(0, from.context.instructionPointer());
        words.setWord(1, from.faultDetail);
        words.setWord(2, from.context.stackPointer());
        words.setWord(3, from.faultCode);
        words.setWord(4, 0);
        words.setTag(Tag.of(from.fault.ordinal(), FAULT_WORDS).bits());
        words.setBadge(badge);
    }
}
