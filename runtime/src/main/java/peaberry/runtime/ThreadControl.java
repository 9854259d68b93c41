package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.UserLayout;
import peaberry.machine.Unboxed;

/** A thread, seen by whoever may steer it. @param slot where the program holds its capability */
@Unboxed
public record ThreadControl(int slot) {

    public static ThreadControl at(int slot) {
        return new ThreadControl(slot);
    }

    /**
     * Gives the thread its table of capabilities, its address space, the frame of its message buffer (at
     * {@link UserLayout#MESSAGE_BUFFER}), who hears of its faults, and its priority (0 to 255).
     */
    public KernelError configure(CNode table, Capability addressSpace, Frame buffer, Capability faultEndpoint, int priority) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_CONFIGURE, table.slot(), addressSpace.slot(),
                buffer.slot(), UserLayout.MESSAGE_BUFFER, faultEndpoint.slot(), priority);
    }

    /** Where the thread starts, and with what argument. */
    public KernelError writeRegisters(long instructionPointer, long stackPointer, long argument) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_WRITE_REGISTERS, instructionPointer, stackPointer, argument);
    }

    public KernelError resume() {
        return Invoke.plain(Capability.at(slot), Invocation.TCB_RESUME);
    }

    public KernelError bindNotification(Capability notification) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_BIND_NOTIFICATION, notification.slot());
    }

    /** Answers word 0: ordinal of the {@code ThreadState}, word 1: priority, word 2: ticks of processor time used. */
    public KernelError usage() {
        return Invoke.plain(Capability.at(slot), Invocation.TCB_USAGE);
    }
}
