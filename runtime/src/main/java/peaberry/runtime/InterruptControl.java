package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * The authority over all interrupts.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record InterruptControl(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.IRQ_CONTROL;

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

    /**
     * Makes a handler of messages (MSI, MSI-X) of a PCI function, and tells what the function is to write where to
     * interrupt. Where the machine checks interrupts, nobody else can raise this one. None is let through until it is
     * acknowledged.
     *
     * @param function the bus times 256, the device times 8, and the function
     * @param node where the handler's capability goes
     * @param destination index of its slot
     */
    public KernelError issueMessage(long function, CNode node, long destination) {
        return Invoke.with(Capability.at(slot), Invocation.IRQ_CONTROL_ISSUE_MESSAGE, function, node.slot(), destination);
    }

    /** Of the {@link #issueMessage} just made: where the function is to write. */
    public static long issueMessageAddress() {
        return Message.word(0);
    }

    /** Of the {@link #issueMessage} just made: what it is to write, 32 bits. */
    public static long issueMessageData() {
        return Message.word(1);
    }
}
