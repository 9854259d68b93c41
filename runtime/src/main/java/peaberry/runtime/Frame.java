package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.machine.Unboxed;

/**
 * Memory that can be mapped, at one place for each capability of it.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record Frame(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.FRAME;

    public static Frame at(int slot) {
        return new Frame(slot);
    }

    /**
     * Maps the frame's memory in an address space: 4 KiB, or 2 MiB where a page table of the lowest level could stand.
     * Each capability of a frame is mapped at one place at most: to map it twice, copy it. To map it again at the same
     * address changes what programs may do there. No page is both writable and executable.
     *
     * @param space the address space
     * @param address where, a multiple of the frame's size
     * @param rights read, or read and write; the frame's capability must allow them
     * @param executable whether programs may run code there
     */
    public KernelError map(VSpace space, long address, Rights rights, boolean executable) {
        return Invoke.with(Capability.at(slot), Invocation.FRAME_MAP, space.slot(), address, rights.bits(), executable ? 1 : 0);
    }

    /**
     * Maps the frame's memory for the PCI function that uses an I/O address space. Each capability of a frame is mapped
     * at one place at most, for programs or for a device. To map it again at the same address changes what the device
     * may do there.
     *
     * @param space the I/O address space
     * @param address where the device will see it, a multiple of the frame's size
     * @param rights read, write or both; the frame's capability must allow them
     */
    public KernelError mapIo(IoSpace space, long address, Rights rights) {
        return Invoke.with(Capability.at(slot), Invocation.FRAME_MAP_IO, space.slot(), address, rights.bits());
    }

    /** Takes the frame out of where this capability mapped it, if it did. */
    public KernelError unmap() {
        return Invoke.with(Capability.at(slot), Invocation.FRAME_UNMAP);
    }

    /**
     * Tells where in the machine's memory the frame is: what a driver tells a device that reaches memory without being
     * confined.
     */
    public KernelError address() {
        return Invoke.with(Capability.at(slot), Invocation.FRAME_ADDRESS);
    }

    /** Of the {@link #address} just made: its physical address, a multiple of its size. */
    public static long addressPhysical() {
        return Message.word(0);
    }
}
