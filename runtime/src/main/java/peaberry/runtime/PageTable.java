package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * One table on the way from an address space to its pages. It serves at whatever level is missing.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record PageTable(int slot) {

    public static PageTable at(int slot) {
        return new PageTable(slot);
    }

    /**
     * Puts the table, emptied, at the first missing level on the way to an address.
     *
     * @param space the address space
     * @param address the address, page aligned
     */
    public KernelError map(VSpace space, long address) {
        return Invoke.with(Capability.at(slot), Invocation.PAGE_TABLE_MAP, space.slot(), address);
    }

    /** Takes the table out of the address space where it is. What is mapped through it is not seen any more. */
    public KernelError unmap() {
        return Invoke.with(Capability.at(slot), Invocation.PAGE_TABLE_UNMAP);
    }
}
