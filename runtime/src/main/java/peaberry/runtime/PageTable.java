package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/** One table on the way from an address space to its pages. @param slot where the program holds it */
@Unboxed
public record PageTable(int slot) {

    public static PageTable at(int slot) {
        return new PageTable(slot);
    }

    /** Puts the table at the first level that is missing on the way to {@code address}. */
    public KernelError map(Capability addressSpace, long address) {
        return Invoke.with(Capability.at(slot), Invocation.PAGE_TABLE_MAP, addressSpace.slot(), address);
    }
}
