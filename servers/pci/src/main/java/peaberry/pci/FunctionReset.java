package peaberry.pci;

import peaberry.bus.PciBus.Outcome;

/**
 * The reset that takes one function and leaves the others of its device alone (PCI Express 5.0, section 6.6.2; for conventional PCI the Engineering
 * Change Notice "Advanced Capabilities for Conventional PCI"). The function loses what the firmware wrote into it, which is put back.
 */
final class FunctionReset {

    /** How long a function may not be touched after such a reset, unless it says that it is ready at once. */
    private static final long RESET_MICROSECONDS = 100_000;
    /** How long it may then go on refusing. */
    private static final long READY_MICROSECONDS = 1_000_000;

    /** What a conventional function can: be reset, say that transactions are pending. */
    private static final int FEATURES = 3;
    private static final int CAN_RESET = 1 << 1;
    private static final int CONTROL = 4;
    private static final int RESET = 1;
    private static final int STATUS = 5;
    private static final int TRANSACTIONS_PENDING = 1;

    private final ConfigurationSpace space;
    private final Capabilities capabilities;
    private final Express express;
    private final SavedHeader saved;
    private final Deadline deadline;

    /** @param saved what the function loses */
    FunctionReset(ConfigurationSpace space, SavedHeader saved, Deadline deadline) {
        this.space = space;
        this.saved = saved;
        this.deadline = deadline;
        capabilities = new Capabilities(space);
        express = new Express(space);
    }

    /**
     * Resets a function.
     *
     * @return {@link Outcome#NO_RESET} if it cannot be reset so; {@link Outcome#STUCK} if it is not there again in its time: it then is as after
     *         a reset, and no bus master
     */
    Outcome perform(int function) {
        if (!express.canReset(function) && !canResetConventionally(function)) {
            return Outcome.NO_RESET;
        }
        boolean readyAtOnce = (space.read16(function, Header.STATUS) & Header.STATUS_READY_AT_ONCE) != 0;
        saved.save(function);
        start(function);
        return finish(readyAtOnce ? 0 : RESET_MICROSECONDS);
    }

    /** Puts back what a function lost because a server died while it was at it. */
    void recover() {
        if (saved.recover()) {
            finish(RESET_MICROSECONDS);
        }
    }

    private Outcome finish(long untouched) {
        deadline.await(untouched);
        if (!awaitReady()) {
            saved.drop();
            return Outcome.STUCK;
        }
        saved.restore();
        return Outcome.DONE;
    }

    private void start(int function) {
        int features = capabilities.find(function, Capabilities.ADVANCED_FEATURES);
        if (express.canReset(function)) {
            express.reset(function);
        } else if (features != Capabilities.NONE) {
            space.write8(function, features + CONTROL, RESET);
        }
    }

    /** Whether a function waits for answers to what it asked memory, as far as it can tell. */
    boolean hasTransactions(int function) {
        int features = capabilities.find(function, Capabilities.ADVANCED_FEATURES);
        return express.hasTransactions(function)
                || features != Capabilities.NONE && (space.read8(function, features + STATUS) & TRANSACTIONS_PENDING) != 0;
    }

    private boolean awaitReady() {
        deadline.set(READY_MICROSECONDS);
        while (!saved.isReady()) {
            if (!deadline.pause()) {
                return false;
            }
        }
        return true;
    }

    private boolean canResetConventionally(int function) {
        int features = capabilities.find(function, Capabilities.ADVANCED_FEATURES);
        return features != Capabilities.NONE && (space.read8(function, features + FEATURES) & CAN_RESET) != 0;
    }
}
