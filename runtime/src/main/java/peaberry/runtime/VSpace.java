package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.machine.Unboxed;

/**
 * An address space: the top of a page table.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record VSpace(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.VSPACE;

    public static VSpace at(int slot) {
        return new VSpace(slot);
    }

    /**
     * Makes a window on a range of the address space: its holder has the kernel copy bytes out of the range, or into
     * it, whatever is mapped there at the time. It is derived from this capability: to revoke it closes the window at
     * once.
     *
     * @param address where the range starts, at any byte
     * @param length its bytes, 1 or more
     * @param rights read: copying out of the range; write: copying into it; this capability must allow both that are
     * asked for
     * @param node where the window's capability goes
     * @param destination index of its slot
     */
    public KernelError makeWindow(long address, long length, Rights rights, CNode node, long destination) {
        return Invoke.with(Capability.at(slot), Invocation.VSPACE_MAKE_WINDOW, address, length, rights.bits(), node.slot(), destination);
    }
}
