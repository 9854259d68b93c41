package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * One interrupt line.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record InterruptHandler(int slot) {

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

    /** Unmasks the line. It is masked from each interrupt to its acknowledgement. */
    public KernelError acknowledge() {
        return Invoke.with(Capability.at(slot), Invocation.IRQ_HANDLER_ACKNOWLEDGE);
    }
}
