package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * The authority to hand out ranges of I/O ports.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record PortControl(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.IO_PORT_CONTROL;

    public static PortControl at(int slot) {
        return new PortControl(slot);
    }

    /**
     * Makes a capability of a range of ports of which none was issued yet, or all that were are deleted.
     *
     * @param first the lowest port
     * @param last the highest port
     * @param node where the capability goes
     * @param destination index of its slot
     */
    public KernelError issue(long first, long last, CNode node, long destination) {
        return Invoke.with(Capability.at(slot), Invocation.IO_PORT_CONTROL_ISSUE, first, last, node.slot(), destination);
    }
}
