package peaberry.kernel;

import peaberry.machine.Embedded;
import peaberry.machine.Footprint;

/**
 * The right to use the processor: a {@link Budget} in a {@link Partition}. A thread runs only on a scheduling context. It
 * may have one of its own (it is bound to it); and while it serves a call it runs on the caller's, which a CALL lends
 * until the reply.
 *
 * <p>Invariant: the thread bound to a context and the context name each other ({@link Tcb#home}). The borrowers are
 * exactly the threads that run on it without being bound to it. Threads in {@code waiting} run on it and are DEPLETED.
 * The alarm is set while anybody waits and budget is to come back.
 */
@Footprint(1024)
final class SchedContext extends KernelObject {

    @Embedded
    private final Budget budget = new Budget();
    @Embedded
    private final Alarm refill = new Alarm();
    @Embedded
    private final ThreadQueue waiting = new ThreadQueue();

    private Processor processor;
    private Tcb bound;
    private Tcb borrowers;
    private Partition partition;
    private long consumed;

    /** The neighbours among the contexts of a partition. Only {@link Partition} writes these. */
    SchedContext nextOfPartition;
    SchedContext previousOfPartition;

    /** Tells a new context where it will be used; once. */
    void settleOn(Processor where) {
        processor = where;
        budget.settle();
        refill.settle(this);
    }

    Processor processor() {
        return processor;
    }

    Budget budget() {
        return budget;
    }

    Alarm refill() {
        return refill;
    }

    /** The threads that wait for budget to come back. */
    ThreadQueue waiting() {
        return waiting;
    }

    /** The thread whose own context this is, or null. */
    Tcb bound() {
        return bound;
    }

    /** The last thread that borrowed this context and has not given it back, or null. */
    Tcb borrowers() {
        return borrowers;
    }

    /** Where it may be used; null if nowhere. */
    Partition partition() {
        return partition;
    }

    /** Ticks used on it since it was made, up to when it last gave up the processor. */
    long consumed() {
        return consumed;
    }

    /** Whether a thread on it must wait. */
    boolean isDepleted() {
        return budget.isUsedUp() || partition == null;
    }

    /** Belongs to this partition from now on, or to none. No thread on it is ready or runs. */
    void enter(Partition other) {
        if (partition != null) {
            partition.remove(this);
        }
        partition = other;
        if (other != null) {
            other.add(this);
        }
    }

    /** Takes note of processor time used from {@code start} to {@code end}. */
    void charge(long start, long end) {
        consumed += end - start;
        budget.use(end - start, start);
    }

    /** Becomes a thread's own; neither has one yet. */
    void bind(Tcb thread) {
        bound = thread;
        thread.home = this;
    }

    /** Is nobody's own any more. */
    void unbind() {
        if (bound != null) {
            bound.home = null;
            bound = null;
        }
    }

    /** A thread that runs on no other context, or on its own, runs on this one from now on. */
    void lend(Tcb thread) {
        Tcb other = borrowers;
        borrowers = thread;
        thread.runsOn = this;
        if (other != null) {
            thread.nextBorrower = other;
            other.previousBorrower = thread;
        }
    }

    /** As {@link #takeBack}, of the borrower who came last. */
    void takeBackLast(Tcb thread) {
        Tcb next = thread.nextBorrower;
        borrowers = next;
        if (next != null) {
            next.previousBorrower = null;
            thread.nextBorrower = null;
        }
        thread.runsOn = thread.home;
    }

    /** A borrower runs on its own context again, if it has one. */
    void takeBack(Tcb thread) {
        Tcb next = thread.nextBorrower;
        Tcb previous = thread.previousBorrower;
        if (next != null) {
            next.previousBorrower = previous;
        }
        if (previous == null) {
            borrowers = next;
        } else {
            previous.nextBorrower = next;
        }
        thread.nextBorrower = null;
        thread.previousBorrower = null;
        thread.runsOn = thread.home;
    }
}
