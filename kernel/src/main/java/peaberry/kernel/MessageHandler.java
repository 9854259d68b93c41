package peaberry.kernel;

import peaberry.kernel.arch.MessageInterrupts;

/**
 * The right to the messages of one PCI function. A message is an edge: it is not there any more when it is looked for.
 * So the first one after an acknowledgement signals, and the second one before the next acknowledgement blocks all further
 * ones; acknowledging then opens again and signals at once. No message is lost, and for each acknowledgement the kernel is
 * entered for two at most. The first acknowledgement signals too, since messages may have come before.
 */
final class MessageHandler extends IrqHandler {

    /** The most messages that the kernel handles. */
    static final int MAX_MESSAGES = 64;

    private enum State {
        /** None comes through, and some may have been lost since the last signal. */
        BLOCKED,
        /** The next one signals. */
        OPEN,
        /** One signalled and was not acknowledged. */
        SIGNALLED
    }

    private final int number;
    private int function;
    private State state = State.BLOCKED;

    /** @param number 0 to {@link #MAX_MESSAGES} - 1 */
    MessageHandler(int number) {
        this.number = number;
    }

    @Override
    int number() {
        return number;
    }

    /** Says whose messages these are, when the first capability is made. */
    void settleOn(int sender) {
        function = sender;
    }

    /**
     * A message came. One that comes while none should is no news: the device does it on a machine that cannot block it.
     *
     * @return the thread that hears of it, which is to be woken; null if there is none
     */
    Tcb arrive() {
        if (state == State.OPEN) {
            state = State.SIGNALLED;
            return signal();
        }
        if (state == State.SIGNALLED) {
            state = State.BLOCKED;
            MessageInterrupts.block(number);
        }
        return null;
    }

    @Override
    void acknowledge(Processor processor) {
        if (state == State.BLOCKED) {
            state = State.SIGNALLED;
            MessageInterrupts.open(number, function);
            Tcb woken = signal();
            if (woken != null) {
                processor.wake(woken);
            }
        } else {
            state = State.OPEN;
        }
    }

    @Override
    void retire() {
        state = State.BLOCKED;
        MessageInterrupts.block(number);
    }
}
