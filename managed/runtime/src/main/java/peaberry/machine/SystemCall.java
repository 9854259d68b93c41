package peaberry.machine;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** In an ordinary Java program: the door into the kernel, by way of the C in managed/runtime. */
@Include(value = "kernel.h", isSystem = false)
public final class SystemCall {

    private SystemCall() {
    }

    /** Enters the kernel. @param message read on entry, written on return */
    public static void trap(long number, long capability, long reply, MessageRegisters message) {
        Address registers = registers();
        registers.putLong(message.tag);
        registers.add(16).putLong(message.word0);
        registers.add(24).putLong(message.word1);
        registers.add(32).putLong(message.word2);
        registers.add(40).putLong(message.word3);
        registers.add(48).putLong(message.word4);
        registers.add(56).putLong(message.word5);
        enter(number, capability, reply, registers);
        message.tag = registers.getLong();
        message.badge = registers.add(8).getLong();
        message.word0 = registers.add(16).getLong();
        message.word1 = registers.add(24).getLong();
        message.word2 = registers.add(32).getLong();
        message.word3 = registers.add(40).getLong();
        message.word4 = registers.add(48).getLong();
        message.word5 = registers.add(56).getLong();
    }

    /** As above for messages of at most four words in both directions. */
    public static void trapWithFourWords(long number, long capability, long reply, MessageRegisters message) {
        trap(number, capability, reply, message);
    }

    /** As above for messages that are nothing but a tag. */
    public static void trapWithoutWords(long number, long capability, long reply, MessageRegisters message) {
        trap(number, capability, reply, message);
    }

    /** Enters the kernel with a call that carries no message either way. */
    public static void trap(long number) {
        enter(number, 0, 0, registers());
    }

    /** Where a message is for C: tag, badge, six words. */
    @Import(name = "peaberry_message")
    @Unmanaged
    private static native Address registers();

    @Import(name = "peaberry_enter")
    @Unmanaged
    private static native void enter(long number, long capability, long reply, Address registers);
}
