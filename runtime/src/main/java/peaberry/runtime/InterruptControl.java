package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * The authority over all interrupt lines.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record InterruptControl(int slot) {

    public static InterruptControl at(int slot) {
        return new InterruptControl(slot);
    }

    /**
     * Makes the handler of an interrupt line that has none. The line stays masked until it is acknowledged.
     *
     * @param line of the interrupt controller
     * @param node where the handler's capability goes
     * @param destination index of its slot
     */
    public KernelError issue(long line, CNode node, long destination) {
        return Invoke.with(Capability.at(slot), Invocation.IRQ_CONTROL_ISSUE, line, node.slot(), destination);
    }
}
