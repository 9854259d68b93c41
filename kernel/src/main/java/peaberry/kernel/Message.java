package peaberry.kernel;

import peaberry.abi.KernelError;
import peaberry.abi.Tag;
import peaberry.kernel.arch.UserContext;

/**
 * The copying of messages from thread to thread: six words in registers, further ones through the message buffers. A
 * receiver without a buffer gets the first six words. Capabilities do not travel in messages.
 */
final class Message {

    private static final int FAULT_WORDS = 5;

    private Message() {
    }

    /** Whether the message in the thread's registers may be sent. */
    /*@ public normal_behavior
      @ ensures \result == KernelError.NONE || \result == KernelError.INVALID_ARGUMENT || \result == KernelError.TRUNCATED_MESSAGE;
      @*/
    static KernelError check(Tcb sender) {
        Tag tag = new Tag(sender.context.tag());
        if (tag.capabilities() != 0) {
            return KernelError.INVALID_ARGUMENT;
        }
        int length = tag.length();
        if (length > Tag.REGISTER_WORDS && (length > Tag.MAX_LENGTH || sender.buffer.isEmpty())) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        return KernelError.NONE;
    }

    /** Copies a message that {@link #check} has passed. */
    static void copy(Tcb from, Tcb to, long badge) {
        Tag tag = new Tag(from.context.tag()).fromUser();
        int length = tag.length();
        to.context.copyWords(from.context, length);
        if (length > Tag.REGISTER_WORDS && !MessageBuffer.copy(to.buffer, from.buffer, length)) {
            tag = Tag.of(tag.label(), Tag.REGISTER_WORDS);
        }
        to.context.setTag(tag.bits());
        to.context.setBadge(badge);
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
