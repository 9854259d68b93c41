package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Tag;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/**
 * The words of a message that do not fit into registers, and the addresses of its capabilities, in a frame of the thread: word i is
 * 8 i bytes from its start.
 */
@Trusted
final class MessageBuffer {

    private static final long FIRST = 8L * Tag.REGISTER_WORDS;

    private MessageBuffer() {
    }

    /** Whether a slot holds a frame that can be a thread's buffer: memory, not a device. */
    static boolean isUsable(Slot frame) {
        return frame.type() == CapabilityType.FRAME && !frame.isDevice();
    }

    /** A word; 0 if the slot holds no buffer or the buffer has no such word. */
    static long word(Slot frame, int index) {
        boolean isThere = isUsable(frame) && index >= 0 && index < Tag.BUFFER_WORDS;
        return isThere ? PhysicalMemory.loadLong(frame.base().plus(8L * index)) : 0;
    }

    /** Copies the words from the sixth up to {@code length}; false if one side has no buffer. */
    /*@ public normal_behavior
      @ requires 0 <= length;
      @ ensures \result ==> length <= Tag.MAX_LENGTH;
      @*/
    static boolean copy(Slot to, Slot from, int length) {
        if (!isUsable(to) || !isUsable(from) || length > Tag.MAX_LENGTH) {
            return false;
        }
        PhysicalAddress target = to.base();
        PhysicalAddress source = from.base();
        if (length > Tag.REGISTER_WORDS && !target.is(source)) {
            PhysicalMemory.copy(target.plus(FIRST), source.plus(FIRST), 8L * length - FIRST);
        }
        return true;
    }
}
