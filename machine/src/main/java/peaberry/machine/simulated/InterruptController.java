package peaberry.machine.simulated;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The interrupt lines of the simulated machine. As with the PC's ISA lines, a rising edge is remembered until it is
 * delivered, also while the line is masked. Safe for use by device threads.
 */
public final class InterruptController {

    /** How many lines there are; line {@code n} is bit {@code n} below. */
    public static final int LINES = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int levels;
    private int edges;
    private int masked = -1;
    private boolean woken;
    /** Lines that could be delivered now. */
    private volatile int deliverable;

    InterruptController() {
    }

    /** A device sets its line high or low. */
    public void set(int line, boolean high) {
        lock.lock();
        try {
            int bit = 1 << line;
            if (high && (levels & bit) == 0) {
                edges |= bit;
            }
            levels = high ? levels | bit : levels & ~bit;
            update();
        } finally {
            lock.unlock();
        }
    }

    /** Stops delivering the line. */
    public void mask(int line) {
        lock.lock();
        try {
            masked |= 1 << line;
            update();
        } finally {
            lock.unlock();
        }
    }

    /** Delivers the line from now on, first of all an edge that came meanwhile. */
    public void unmask(int line) {
        lock.lock();
        try {
            masked &= ~(1 << line);
            update();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the lowest line that has something to deliver and masks it; -1 if there is none. */
    public int take() {
        if (deliverable == 0) {
            return -1;
        }
        lock.lock();
        try {
            int line = Integer.numberOfTrailingZeros(deliverable);
            edges &= ~(1 << line);
            masked |= 1 << line;
            update();
            return line;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a line can be delivered, {@link #wake} was called, or the time has passed. */
    public void await(long nanoseconds) {
        lock.lock();
        try {
            long left = nanoseconds;
            while (deliverable == 0 && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
        } catch (InterruptedException interrupted) {
            throw new ThreadEnd();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the wait of whoever waits now, or else the next wait. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void update() {
        deliverable = edges & ~masked;
        if (deliverable != 0) {
            changed.signalAll();
        }
    }
}
