package peaberry.system;

import peaberry.abi.DeviceFault;
import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.runtime.Text;

/**
 * How processes come and go, for the one process that watches over all others. Root does what it is told and decides nothing; what a process is
 * made from and given, the declaration says. Processes have numbers from 1, in its order.
 *
 * <p>A process is made in steps: {@link #make}, then for one with a PCI function {@link #mapRegisters}, {@link #describe} and {@link #assign}, and at
 * last {@link #launch}. Until then it does not run, and {@link #destroy} leaves nothing of it but the endpoints at which its clients wait.
 */
@Interface(outcomes = ProcessControl.Outcome.class)
public interface ProcessControl {

    /** The most bytes that are read at once. */
    int MAX_READ = 256;
    /** The most bytes that are written at once. */
    int MAX_WRITE = 16;
    /** The number of base address registers that a PCI function has. */
    int BASE_ADDRESSES = 6;

    /** How far a process has come. */
    @Idempotent
    Life life(int number);

    /** Makes a process from its program's image, with what it is declared to be given, but for its PCI function. */
    void make(int number);

    /** Maps whole pages of what a base address register names into a process, from {@code address} on. */
    void mapRegisters(int number, @Range(max = BASE_ADDRESSES - 1) int base, @Range(max = Long.MAX_VALUE) long address, @Range(max = Long.MAX_VALUE) long bytes);

    /** Tells a process where in its function's registers something is, by a row of the kind {@code VIRTIO}. @param extra a number that goes with it */
    void describe(int number, int structure, @Range(max = BASE_ADDRESSES - 1) int base, @Range(max = Long.MAX_VALUE) long offset,
            @Range(max = Long.MAX_VALUE) long bytes, long extra);

    /** Gives a process its PCI function: the memory that they share, confined by the IOMMU, and its messages. */
    Message assign(int number, @Range(max = 0xFFFF) int function);

    /** Starts a process that was made. */
    void launch(int number);

    /** Stops its thread, which keeps all that it has. */
    @Idempotent
    void stop(int number);

    /** Lets a thread that was stopped by its fault go on at the instruction that failed. */
    @Idempotent
    void resume(int number);

    /** Destroys a process. Who waits for its answer hears that it will not come. */
    @Idempotent
    void destroy(int number);

    /** The registers of its thread, which does not run; each 0 where the machine shows none. */
    @Idempotent
    Registers registers(int number);

    /** Bytes of its memory; fewer if not all of it is mapped. Nothing of a device's. */
    @Idempotent
    @Size(MAX_READ)
    byte[] read(int number, long address, @Range(max = MAX_READ) int count);

    /** Writes its memory, code too, as a debugger does: all bytes within one page. */
    @Idempotent
    void write(int number, long address, @Size(MAX_WRITE) byte[] bytes);

    /** Which line of its program an address belongs to: {@code class.method(File.java:line)}; {@link Outcome#NOT_FOUND} if to none. */
    @Idempotent
    @Size(SystemControl.MAX_TEXT)
    Text place(int number, long address);

    /** What its PCI function tried first and may not, since this was last asked. */
    BlockedAccess blockedAccess(int number);

    /** Why the last call failed, in a user's words. */
    @Idempotent
    @Size(SystemControl.MAX_TEXT)
    Text problem();

    /** Has root fail as a programming mistake would. */
    void crash();

    /** Says something on the console past its driver. */
    void announce(@Size(SystemControl.MAX_TEXT) Text text);

    /** Switches the machine off, since the system cannot go on. */
    void giveUp();

    /** How far a process has come. */
    enum Life {
        /** There is nothing of it. */
        ABSENT,
        /** It is being made, or its making came to no end. */
        MADE,
        /** Its thread was started. */
        LAUNCHED,
        /** Its thread failed. */
        FAILED,
        /** Its thread was stopped after it was started. */
        STOPPED
    }

    /** What a function has to write where to interrupt. */
    record Message(long address, int data) {
    }

    /** General registers by the names of x86-64, the instruction pointer and the flags. */
    record Registers(long rax, long rcx, long rdx, long rbx, long rsp, long rbp, long rsi, long rdi, long r8, long r9, long r10, long r11,
            long r12, long r13, long r14, long r15, long rip, long rflags) {
    }

    /** @param kind {@code NONE} if there was nothing @param address of the page @param reason the hardware's number for what was wrong */
    record BlockedAccess(DeviceFault kind, long address, long reason) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no process of that number, or nothing there. */
        NOT_FOUND,
        /** A device that it needs is not in this machine, or no IOMMU that would confine it: {@link #problem} says which. */
        ABSENT,
        /** It was tried and did not work: {@link #problem} says why. */
        FAILED
    }
}
