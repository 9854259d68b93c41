package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.kernel.arch.Interrupts;
import peaberry.machine.Embedded;

/**
 * The right to one interrupt line. Each interrupt signals the handler's notification; the line is masked from then
 * until it is acknowledged, and before the first acknowledgement.
 */
final class IrqHandler extends KernelObject {

    /** The most lines that the kernel handles. */
    static final int MAX_LINES = 64;

    @Embedded
    final Slot notification = new Slot();
    private final int line;

    /** @param line 0 to {@link #MAX_LINES} - 1 */
    IrqHandler(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    static KernelError invoke(Tcb caller, Slot slot, Invocation operation, int length) {
        IrqHandler handler = (IrqHandler) slot.object();
        if (!slot.rights().include(Rights.WRITE)) {
            return KernelError.MISSING_RIGHT;
        }
        return switch (operation) {
            case IRQ_HANDLER_SET_NOTIFICATION -> handler.decodeSetNotification(caller, length);
            case IRQ_HANDLER_ACKNOWLEDGE -> {
                Interrupts.unmask(handler.line);
                yield KernelError.NONE;
            }
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    private KernelError decodeSetNotification(Tcb caller, int length) {
        if (length < 1) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        Slot source = caller.lookup(caller.context.word(0));
        if (source == null || source.type() != CapabilityType.NOTIFICATION) {
            return KernelError.FAILED_LOOKUP;
        }
        if (!source.rights().include(Rights.WRITE)) {
            return KernelError.MISSING_RIGHT;
        }
        caller.processor().deletion.delete(notification);
        notification.copy(source, source.rights(), source.badge());
        return KernelError.NONE;
    }

    /** Passes an interrupt on. The line is masked. */
    void signal() {
        if (!notification.isEmpty()) {
            ((Notification) notification.object()).signal(notification.badge());
        }
    }

    /** The last capability is gone: no interrupt comes any more. */
    void retire() {
        Interrupts.mask(line);
    }
}
