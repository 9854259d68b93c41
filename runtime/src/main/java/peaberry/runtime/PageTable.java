package peaberry.runtime;

import peaberry.abi.CapabilityType;
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

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.PAGE_TABLE;

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

    /**
     * Puts the table, emptied, at the first missing level on the way to an address of an I/O address space.
     *
     * @param space the I/O address space
     * @param address the address, page aligned
     */
    public KernelError mapIo(IoSpace space, long address) {
        return Invoke.with(Capability.at(slot), Invocation.PAGE_TABLE_MAP_IO, space.slot(), address);
    }

    /**
     * Makes the table, emptied, that of a PCI bus, so that the bus's functions can be assigned. When it is taken out
     * again all of them are blocked.
     *
     * @param control the authority to do so
     * @param bus 0 to 255
     */
    public KernelError mapBus(IoSpaceControl control, long bus) {
        return Invoke.with(Capability.at(slot), Invocation.PAGE_TABLE_MAP_BUS, control.slot(), bus);
    }

    /**
     * Takes the table out of the address space, or off the bus, where it is. What is mapped through it is not seen any
     * more.
     */
    public KernelError unmap() {
        return Invoke.with(Capability.at(slot), Invocation.PAGE_TABLE_UNMAP);
    }
}
