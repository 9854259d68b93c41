package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/** The right to hand out ranges of I/O ports. @param slot where the program holds it */
@Unboxed
public record PortControl(int slot) {

    public static PortControl at(int slot) {
        return new PortControl(slot);
    }

    /** Makes a capability for the ports {@code first} to {@code last} into the empty slot {@code destination}. */
    public KernelError issue(int first, int last, CNode into, int destination) {
        return Invoke.with(Capability.at(slot), Invocation.IO_PORT_CONTROL_ISSUE, first, last, into.slot(), destination);
    }
}
