package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
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

    static KernelError invoke(Slot slot, Invocation operation, Arguments arguments) {
        IrqHandler handler = (IrqHandler) slot.object();
        switch (operation) {
            case IRQ_HANDLER_SET_NOTIFICATION -> handler.setNotification(arguments.capability(0), arguments.caller().processor());
            case IRQ_HANDLER_ACKNOWLEDGE -> Interrupts.unmask(handler.line);
            default -> {
                return KernelError.ILLEGAL_OPERATION;
            }
        }
        return KernelError.NONE;
    }

    private void setNotification(Slot source, Processor processor) {
        processor.deletion.delete(notification);
        notification.copy(source, source.rights(), source.badge());
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
