package peaberry.runtime;

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

    public static VSpace at(int slot) {
        return new VSpace(slot);
    }
}
