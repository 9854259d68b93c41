package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * The authority to say which PCI function uses which I/O address space.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record IoSpaceControl(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.IO_SPACE_CONTROL;

    public static IoSpaceControl at(int slot) {
        return new IoSpaceControl(slot);
    }

    /**
     * Lets a PCI function use an I/O address space. It could do nothing to memory before, and can again do nothing when
     * the space is destroyed.
     *
     * @param space the I/O address space, which no function uses
     * @param function the bus times 256, the device times 8, and the function
     */
    public KernelError assign(IoSpace space, long function) {
        return Invoke.with(Capability.at(slot), Invocation.IO_SPACE_CONTROL_ASSIGN, space.slot(), function);
    }
}
