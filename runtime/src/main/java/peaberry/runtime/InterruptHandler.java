package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/** One interrupt line. @param slot where the program holds it */
@Unboxed
public record InterruptHandler(int slot) {

    public static InterruptHandler at(int slot) {
        return new InterruptHandler(slot);
    }

    /** Each interrupt signals {@code notification} from now on. */
    public KernelError setNotification(Capability notification) {
        return Invoke.with(Capability.at(slot), Invocation.IRQ_HANDLER_SET_NOTIFICATION, notification.slot());
    }

    /** Lets the next interrupt through. */
    public KernelError acknowledge() {
        return Invoke.plain(Capability.at(slot), Invocation.IRQ_HANDLER_ACKNOWLEDGE);
    }
}
