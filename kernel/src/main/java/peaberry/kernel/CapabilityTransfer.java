package peaberry.kernel;

import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.Tag;

/**
 * The capabilities that travel with a message. The tag counts them. The sender's buffer says which they are, and the
 * receiver's where they go ({@link Tag#SENT_CAPABILITIES}, {@link Tag#RECEIVED_CAPABILITIES}): addresses in the CNode of each.
 * As for a copy that a thread makes itself, the CNodes on the way must be readable here and writable there.
 *
 * <p>What arrives is a copy with the same rights and badge, derived from the sender's, who can therefore revoke it. Nothing is
 * forced on a receiver: the copying ends at the first capability for which it has named no empty slot, and the tag that arrives
 * counts those before. A sender that waits may lose a capability before it is received: the copying ends there too.
 */
final class CapabilityTransfer {

    private CapabilityTransfer() {
    }

    /**
     * Whether the capabilities that the sender's tag counts may be sent.
     *
     * @param channel what the capability allows through which the message goes
     */
    /*@ public normal_behavior
      @ ensures \result == KernelError.NONE || \result == KernelError.TRUNCATED_MESSAGE || \result == KernelError.INVALID_ARGUMENT
      @     || \result == KernelError.MISSING_RIGHT || \result == KernelError.FAILED_LOOKUP || \result == KernelError.ILLEGAL_OPERATION;
      @*/
    static KernelError check(Tcb sender, Rights channel) {
        int count = new Tag(sender.context.tag()).capabilities();
        if (count > Tag.MAX_CAPABILITIES) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (!channel.include(Rights.GRANT)) {
            return KernelError.MISSING_RIGHT;
        }
        if (sender.buffer.isEmpty()) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        for (int i = 0; i < count; i++) {
            Slot source = sent(sender, i);
            if (source == null || source.isEmpty()) {
                return KernelError.FAILED_LOOKUP;
            }
            if (!Slot.isCopied(source.type())) {
                return KernelError.ILLEGAL_OPERATION;
            }
        }
        return KernelError.NONE;
    }

    /** Copies as many of the first {@code count} capabilities as are still there and wanted. @return how many */
    /*@ public normal_behavior
      @ requires 0 <= count && count <= Tag.MAX_CAPABILITIES;
      @ ensures 0 <= \result && \result <= count;
      @*/
    static int copy(Tcb from, Tcb to, int count) {
        for (int i = 0; i < count; i++) {
            Slot source = sent(from, i);
            Slot destination = to.lookup(MessageBuffer.word(to.buffer, Tag.RECEIVED_CAPABILITIES + i), Rights.WRITE);
            if (source == null || !Slot.isCopied(source.type()) || destination == null || !destination.isEmpty()) {
                return i;
            }
            destination.copy(source, source.rights(), source.badge());
        }
        return count;
    }

    private static Slot sent(Tcb sender, int index) {
        return sender.lookup(MessageBuffer.word(sender.buffer, Tag.SENT_CAPABILITIES + index), Rights.READ);
    }
}
