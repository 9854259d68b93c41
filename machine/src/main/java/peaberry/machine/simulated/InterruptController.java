package peaberry.machine.simulated;

import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The interrupts of the simulated machine. As with the PC's ISA lines, a rising edge of a line is remembered until it is
 * delivered, also while the line is masked. A message is delivered if it comes from the function that its number was opened
 * for, and lost otherwise. Safe for use by device threads.
 */
public final class InterruptController {

    /** How many lines there are; line {@code n} is bit {@code n} below. */
    public static final int LINES = 16;
    /** How many different messages there are; message {@code n} is bit {@code n} below. */
    public static final int MESSAGES = 8;
    /** For {@link #pendAfter}: no interrupt is made up. */
    public static final int NEVER = -1;

    private static final long MESSAGE_ADDRESS = 0xFEE0_0000L;
    private static final long MESSAGE_ADDRESS_END = 0xFEF0_0000L;
    private static final int MESSAGE_SHIFT = 5;
    private static final int NO_FUNCTION = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int looksUntilPending = NEVER;
    private int levels;
    private int edges;
    private int masked = -1;
    private final int[] sources = new int[MESSAGES];
    private volatile int messages;
    private boolean woken;
    /** Lines that could be delivered now. */
    private volatile int deliverable;

    InterruptController() {
        Arrays.fill(sources, NO_FUNCTION);
    }

    /** Where a function writes to send a message. @param number 0 to {@link #MESSAGES} - 1 */
    public static long messageAddress(int number) {
        return MESSAGE_ADDRESS | (long) number << MESSAGE_SHIFT;
    }

    /** Whether writes to an address are messages. */
    public static boolean isMessage(long address) {
        return address >= MESSAGE_ADDRESS && address < MESSAGE_ADDRESS_END;
    }

    /** Lets a message through if it comes from this function. */
    public void open(int number, int function) {
        lock.lock();
        try {
            sources[number] = function;
        } finally {
            lock.unlock();
        }
    }

    /** Lets a message through from nobody. */
    public void block(int number) {
        open(number, NO_FUNCTION);
    }

    /** A function writes to an address for which {@link #isMessage} holds. The right data is 0. */
    public void message(int function, long address, int data) {
        lock.lock();
        try {
            long number = address - MESSAGE_ADDRESS >>> MESSAGE_SHIFT;
            if (number < MESSAGES && address == messageAddress((int) number) && data == 0 && sources[(int) number] == function) {
                messages |= 1 << number;
                update();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes the lowest message that came; -1 if there is none. */
    public int takeMessage() {
        lock.lock();
        try {
            int number = messages == 0 ? -1 : Integer.numberOfTrailingZeros(messages);
            messages &= messages - 1;
            return number;
        } finally {
            lock.unlock();
        }
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

    /** Whether an interrupt waits to be delivered. */
    public boolean isPending() {
        if (looksUntilPending > 0) {
            looksUntilPending--;
        }
        return deliverable != 0 || messages != 0 || looksUntilPending == 0;
    }

    /**
     * Lets {@link #isPending} say yes from the {@code looks}-th time on that it is asked, so that a test can interrupt the
     * kernel at each place where it looks; {@link #NEVER} ends that.
     */
    public void pendAfter(int looks) {
        looksUntilPending = looks;
    }

    /** Waits until a line can be delivered, {@link #wake} was called, or the time has passed. */
    public void await(long nanoseconds) {
        lock.lock();
        try {
            long left = nanoseconds;
            while (deliverable == 0 && messages == 0 && !woken && left > 0) {
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
        if (deliverable != 0 || messages != 0) {
            changed.signalAll();
        }
    }
}
