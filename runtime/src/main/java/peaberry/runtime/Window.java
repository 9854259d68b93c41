package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * A range of somebody's address space, out of which or into which its holder has bytes copied.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record Window(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.WINDOW;

    public static Window at(int slot) {
        return new Window(slot);
    }

    /**
     * Copies bytes out of the window into the caller's own memory, as the page tables allow it to either program. A
     * device's memory is not copied. It goes on from the lowest address, up to where a page ends on either side, and so
     * on; there 8 bytes at a time and then the rest one by one, which matters where both are the same memory.
     *
     * @param offset from the window's start
     * @param address in the caller's address space
     * @param bytes how many; perhaps none
     */
    public KernelError read(long offset, long address, long bytes) {
        return Invoke.with(Capability.at(slot), Invocation.WINDOW_READ, offset, address, bytes);
    }

    /** Of the {@link #read} just made: how many were copied: all. */
    public static long readCopied() {
        return Message.word(0);
    }

    /**
     * Copies bytes of the caller's own memory into the window. All else is as with reading.
     *
     * @param offset from the window's start
     * @param address in the caller's address space
     * @param bytes how many; perhaps none
     */
    public KernelError write(long offset, long address, long bytes) {
        return Invoke.with(Capability.at(slot), Invocation.WINDOW_WRITE, offset, address, bytes);
    }

    /** Of the {@link #write} just made: how many were copied: all. */
    public static long writeCopied() {
        return Message.word(0);
    }
}
