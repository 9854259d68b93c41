package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/** The right to make handlers of interrupt lines. @param slot where the program holds it */
@Unboxed
public record InterruptControl(int slot) {

    public static InterruptControl at(int slot) {
        return new InterruptControl(slot);
    }

    /** Makes the one handler of {@code line} into the empty slot {@code destination} of {@code into}. */
    public KernelError issue(int line, CNode into, int destination) {
        return Invoke.with(Capability.at(slot), Invocation.IRQ_CONTROL_ISSUE, line, into.slot(), destination);
    }
}
