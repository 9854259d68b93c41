package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * A thread, seen by whoever may steer it.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record ThreadControl(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.TCB;

    public static ThreadControl at(int slot) {
        return new ThreadControl(slot);
    }

    /**
     * Gives a suspended thread its priority and what it runs with: copies of these capabilities take the place of those
     * that it had. The fault endpoint's badge names the thread in fault messages.
     *
     * @param node in which its system calls find capabilities
     * @param space its address space
     * @param buffer its message buffer; or none
     * @param bufferAddress where the thread has the buffer mapped
     * @param faultEndpoint where its faults are told; or none
     * @param priority 0 to 255, at most the caller's maximum
     */
    public KernelError configure(CNode node, VSpace space, Frame buffer, long bufferAddress, Capability faultEndpoint, long priority) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_CONFIGURE, node.slot(), space.slot(), buffer.slot(), bufferAddress, faultEndpoint.slot(), priority);
    }

    /**
     * Says where a suspended thread will start.
     *
     * @param instructionPointer its first instruction
     * @param stackPointer its stack, which grows down from here
     * @param argument what its main method is given
     */
    public KernelError writeRegisters(long instructionPointer, long stackPointer, long argument) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_WRITE_REGISTERS, instructionPointer, stackPointer, argument);
    }

    /**
     * Tells what a thread that does not run will find in a register when it goes on. What a system call loses it finds
     * as the return leaves it. On the JVM all but the instruction pointer and the stack pointer are 0.
     *
     * @param number the {@code Register}'s ordinal
     */
    public KernelError readRegister(long number) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_READ_REGISTER, number);
    }

    /** Of the {@link #readRegister} just made: what is in it. */
    public static long readRegisterValue() {
        return Message.word(0);
    }

    /**
     * Sets a register of a thread that is suspended or that faulted; the others stay as they are. On the JVM a thread
     * starts over at an instruction pointer that is written, and to write another register has no effect.
     *
     * @param number the {@code Register}'s ordinal
     * @param value any; for the instruction pointer an address that a program can have
     */
    public KernelError writeRegister(long number, long value) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_WRITE_REGISTER, number, value);
    }

    /** Starts a suspended thread, or one that faulted, at the instruction that failed. Nothing happens to another. */
    public KernelError resume() {
        return Invoke.with(Capability.at(slot), Invocation.TCB_RESUME);
    }

    /** Stops a thread. A system call in which it waits will have ended with {@code ABORTED} when it is resumed. */
    public KernelError suspend() {
        return Invoke.with(Capability.at(slot), Invocation.TCB_SUSPEND);
    }

    /**
     * Sets the priority of a thread.
     *
     * @param priority 0 to 255, at most the caller's maximum
     */
    public KernelError setPriority(long priority) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_SET_PRIORITY, priority);
    }

    /**
     * Sets the highest priority that a thread may give, to itself or others: its maximum controlled priority. It is 0
     * at first.
     *
     * @param priority 0 to 255, at most the caller's maximum
     */
    public KernelError setMaximumPriority(long priority) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_SET_MAXIMUM_PRIORITY, priority);
    }

    /**
     * Says who hears when the thread has used up the budget that it runs on and has no other: it is then stopped, and a
     * fault message goes to this endpoint. A thread without a timeout handler waits until the budget comes back.
     *
     * @param endpoint where it is told; its badge names the thread; or none
     */
    public KernelError setTimeoutHandler(Capability endpoint) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_SET_TIMEOUT_HANDLER, endpoint.slot());
    }

    /**
     * Says who hears of the thread's faults from now on, whatever it does meanwhile. A thread without a fault endpoint
     * just stays stopped. A fault that was told, or waits to be, stays where it is.
     *
     * @param faultEndpoint where they are told; its badge names the thread; or none
     */
    public KernelError setFaultEndpoint(Capability faultEndpoint) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_SET_FAULT_ENDPOINT, faultEndpoint.slot());
    }

    /**
     * Lets a notification's signals end the thread's receiving, as messages do, or undoes that.
     *
     * @param notification which one; 0 undoes what was bound before; or none
     */
    public KernelError bindNotification(Capability notification) {
        return Invoke.with(Capability.at(slot), Invocation.TCB_BIND_NOTIFICATION, notification.slot());
    }

    /** Tells what a thread does and has used. */
    public KernelError usage() {
        return Invoke.with(Capability.at(slot), Invocation.TCB_USAGE);
    }

    /** Of the {@link #usage} just made: the {@code ThreadState}'s ordinal. */
    public static long usageState() {
        return Message.word(0);
    }

    /** Of the {@link #usage} just made: 0 to 255. */
    public static long usagePriority() {
        return Message.word(1);
    }

    /** Of the {@link #usage} just made: of processor time used on its own scheduling context. */
    public static long usageTicks() {
        return Message.word(2);
    }
}
