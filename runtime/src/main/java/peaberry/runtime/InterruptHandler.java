package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * One interrupt line, or the messages of one PCI function.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record InterruptHandler(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.IRQ_HANDLER;

    public static InterruptHandler at(int slot) {
        return new InterruptHandler(slot);
    }

    /**
     * Says what each interrupt signals from now on, with the badge of this capability.
     *
     * @param notification what is signalled
     */
    public KernelError setNotification(Capability notification) {
        return Invoke.with(Capability.at(slot), Invocation.IRQ_HANDLER_SET_NOTIFICATION, notification.slot());
    }

    /**
     * Lets the next interrupt through. A line is masked from each interrupt to its acknowledgement. Of messages the
     * first one signals; if others came before the acknowledgement, it signals once more at once, and so does the first
     * acknowledgement of all.
     */
    public KernelError acknowledge() {
        return Invoke.with(Capability.at(slot), Invocation.IRQ_HANDLER_ACKNOWLEDGE);
    }
}
