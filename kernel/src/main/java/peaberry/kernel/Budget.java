package peaberry.kernel;

import peaberry.machine.Embedded;
import peaberry.machine.OutOfLine;

/**
 * Processor time that may be used: at most {@code budget} ticks in any {@code period} (a sporadic server: Sprunt, Sha and
 * Lehoczky, 1989). What is used comes back one period after its use began, rounded up to an eighth of the period, so that
 * never more than {@value #PLACES} refills are pending. A budget of the whole period is never short: it only measures turns.
 *
 * <p>Invariant: while there is a limit, what is left and all pending refills add up to the budget; pending refills are in
 * the order of their times, a grain apart at least. All times and amounts are in ticks.
 */
final class Budget {

    private static final int GRAINS = 8;
    /** A refill may be due in 1 to 9 grains from now, and one may be overdue. */
    private static final int PLACES = 10;

    @Embedded
    private final Refill place0 = new Refill();
    @Embedded
    private final Refill place1 = new Refill();
    @Embedded
    private final Refill place2 = new Refill();
    @Embedded
    private final Refill place3 = new Refill();
    @Embedded
    private final Refill place4 = new Refill();
    @Embedded
    private final Refill place5 = new Refill();
    @Embedded
    private final Refill place6 = new Refill();
    @Embedded
    private final Refill place7 = new Refill();
    @Embedded
    private final Refill place8 = new Refill();
    @Embedded
    private final Refill place9 = new Refill();

    private long budget;
    private long period;
    private long left;
    /** The first pending refill; those that follow it in the ring, {@code pending} in all, are pending too. */
    private Refill head;
    private Refill last;
    private int pending;

    /** Makes the ring; once. */
    void settle() {
        place0.next = place1;
        place1.next = place2;
        place2.next = place3;
        place3.next = place4;
        place4.next = place5;
        place5.next = place6;
        place6.next = place7;
        place7.next = place8;
        place8.next = place9;
        place9.next = place0;
        head = place0;
        last = place9;
    }

    /** Starts afresh with all of the budget. @param amount 0 to {@code interval} */
    void set(long amount, long interval) {
        budget = amount;
        period = interval;
        left = amount;
        head = place0;
        last = place9;
        pending = 0;
    }

    /** Ticks that may be used now; negative or 0 if there are none. */
    long left() {
        return left;
    }

    /** Whether the budget is as long as the period, so that its end is only the end of a turn. */
    boolean isUnlimited() {
        return budget == period;
    }

    /** Whether there is nothing left to use until some comes back. */
    boolean isUsedUp() {
        return left <= 0 && !isUnlimited();
    }

    /** A budget that is never short starts a new turn. */
    void startTurn() {
        left = budget;
    }

    /** Is about to be used: takes back what is due. One that is never short starts a new turn if its last one is over. */
    void resume(long now) {
        if (pending > 0) {
            refill(now);
        }
        if (left <= 0) {
            startTurn();
        }
    }

    /** Takes note of ticks that were used from {@code start} on. */
    void use(long ticks, long start) {
        left -= ticks;
        if (!isUnlimited()) {
            planRefill(ticks, start);
        }
    }

    @OutOfLine
    private void planRefill(long ticks, long start) {
        if (ticks <= 0) {
            return;
        }
        long grain = Math.max(1, period / GRAINS);
        long due = (start + period + grain - 1) / grain * grain;
        if (pending > 0 && due <= last.time || pending == PLACES) {
            last.amount += ticks;
        } else {
            last = last.next;
            last.time = due;
            last.amount = ticks;
            pending++;
        }
    }

    /** Takes back what is due. */
    @OutOfLine
    void refill(long now) {
        while (pending > 0 && head.time <= now) {
            left += head.amount;
            head = head.next;
            pending--;
        }
    }

    /** When the next refill is due; counts while {@link #isRefillPending}. */
    long nextRefill() {
        return head.time;
    }

    boolean isRefillPending() {
        return pending > 0;
    }
}
