package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Embedded;

/**
 * The right to one interrupt, of a line or of a PCI function's messages. Each one that is let through signals the handler's
 * notification; what comes then waits for the acknowledgement, and so does what comes before the first one.
 */
abstract sealed class IrqHandler extends KernelObject permits LineHandler, MessageHandler {

    @Embedded
    final Slot notification = new Slot();

    /** The number of the line, or of the message. */
    abstract int number();

    /** Lets the next interrupt through. @param processor wakes whoever hears at once of one that came before */
    abstract void acknowledge(Processor processor);

    /** The last capability is gone: no interrupt comes any more. */
    abstract void retire();

    static KernelError invoke(Slot slot, Invocation operation, Arguments arguments) {
        IrqHandler handler = (IrqHandler) slot.object();
        switch (operation) {
            case IRQ_HANDLER_SET_NOTIFICATION -> handler.setNotification(arguments.capability(0), arguments.caller().processor());
            case IRQ_HANDLER_ACKNOWLEDGE -> handler.acknowledge(arguments.caller().processor());
            default -> {
                return KernelError.ILLEGAL_OPERATION;
            }
        }
        return KernelError.NONE;
    }

    private void setNotification(Slot source, Processor processor) {
        processor.deletion.drop(notification);
        notification.copy(source, source.rights(), source.badge());
        processor.deletion.bury();
    }

    /** Passes an interrupt on. @return the thread that hears of it, which is to be woken; null if there is none */
    Tcb signal() {
        return notification.isEmpty() ? null : ((Notification) notification.object()).signal(notification.badge());
    }
}
