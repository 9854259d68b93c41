package peaberry.runtime;

import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.machine.Trusted;
import peaberry.machine.VirtualMemory;

/**
 * The words of a message that do not fit into registers, {@link Tag#REGISTER_WORDS} to {@link Tag#MAX_LENGTH} - 1, and behind them the slots
 * of the capabilities that messages carry and bring.
 */
@Trusted
final class MessageBuffer {

    private MessageBuffer() {
    }

    /** The word; 0 for an index that is none of the buffer's. */
    static long load(int index) {
        return holds(index) ? VirtualMemory.loadLong(UserLayout.MESSAGE_BUFFER + 8L * index) : 0;
    }

    /** Sets the word; does nothing for an index that is none of the buffer's. */
    static void store(int index, long value) {
        if (holds(index)) {
            VirtualMemory.storeLong(UserLayout.MESSAGE_BUFFER + 8L * index, value);
        }
    }

    private static boolean holds(int index) {
        return index >= Tag.REGISTER_WORDS && index < Tag.BUFFER_WORDS;
    }
}
