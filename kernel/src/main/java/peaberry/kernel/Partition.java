package peaberry.kernel;

import peaberry.machine.Embedded;
import peaberry.machine.Footprint;

/**
 * A share of the processor's time. Threads run on scheduling contexts, and each of these belongs to a partition: it runs
 * only in that partition's windows. All windows follow each other in a {@link Cycle}, whatever the threads do.
 *
 * <p>Invariant: {@code queues[p]} holds exactly the READY threads of priority p whose scheduling context belongs here;
 * {@code occupied} is the set of priorities that have one. Each scheduling context that belongs here is in a list, and so is each of
 * the partition's windows.
 */
@Footprint(512)
final class Partition extends KernelObject {

    /** log2 of the bytes of the record; the queues follow. */
    static final int RECORD_BITS = 9;

    @Embedded
    private final RunQueues queues = new RunQueues();
    @Embedded
    private final PrioritySet occupied = new PrioritySet();
    private Processor processor;
    private SchedContext contexts;
    private TimeWindow windows;

    /** Tells a new partition whose time it shares. */
    void settleOn(Processor where) {
        processor = where;
    }

    RunQueues queues() {
        return queues;
    }

    Processor processor() {
        return processor;
    }

    /** The priorities of the ready threads. */
    PrioritySet occupied() {
        return occupied;
    }

    /** The highest priority of a ready thread, or {@link PrioritySet#NONE}. */
    int highest() {
        return occupied.highest();
    }

    /** The ready thread that runs next, or null. */
    Tcb first() {
        return highest() == PrioritySet.NONE ? null : queues.at(highest()).first();
    }

    /** Takes out the ready thread that runs next. @return null if there is none */
    Tcb takeFirst() {
        int priority = highest();
        if (priority == PrioritySet.NONE) {
            return null;
        }
        ThreadQueue queue = queues.at(priority);
        Tcb thread = queue.first();
        queue.removeFirst();
        if (queue.isEmpty()) {
            occupied.remove(priority);
        }
        return thread;
    }

    /** Adds a READY thread, which is in no queue, behind those of its priority. */
    void append(Tcb thread) {
        ThreadQueue queue = queues.at(thread.priority());
        if (queue.isEmpty()) {
            occupied.add(thread.priority());
        }
        queue.append(thread);
    }

    /** Adds a READY thread, which is in no queue, before those of its priority. */
    void prepend(Tcb thread) {
        ThreadQueue queue = queues.at(thread.priority());
        if (queue.isEmpty()) {
            occupied.add(thread.priority());
        }
        queue.prepend(thread);
    }

    /** Takes out a thread that is in one of these queues. */
    void withdraw(Tcb thread) {
        ThreadQueue queue = queues.at(thread.priority());
        queue.remove(thread);
        if (queue.isEmpty()) {
            occupied.remove(thread.priority());
        }
    }

    /** The first of the scheduling contexts that belong here, or null. */
    SchedContext contexts() {
        return contexts;
    }

    /** Takes in a scheduling context that belongs to no partition. */
    void add(SchedContext context) {
        context.previousOfPartition = null;
        context.nextOfPartition = contexts;
        if (contexts != null) {
            contexts.previousOfPartition = context;
        }
        contexts = context;
    }

    /** Lets go of a scheduling context that belongs here. */
    void remove(SchedContext context) {
        if (context.previousOfPartition == null) {
            contexts = context.nextOfPartition;
        } else {
            context.previousOfPartition.nextOfPartition = context.nextOfPartition;
        }
        if (context.nextOfPartition != null) {
            context.nextOfPartition.previousOfPartition = context.previousOfPartition;
        }
        context.nextOfPartition = null;
        context.previousOfPartition = null;
    }

    /** The first of its windows in the cycle, or null. */
    TimeWindow windows() {
        return windows;
    }

    /** Takes in a window that is nobody's. */
    void add(TimeWindow window) {
        window.nextOfPartition = windows;
        if (windows != null) {
            windows.previousOfPartition = window;
        }
        windows = window;
    }

    /** Lets go of one of its windows. */
    void remove(TimeWindow window) {
        if (window.previousOfPartition == null) {
            windows = window.nextOfPartition;
        } else {
            window.previousOfPartition.nextOfPartition = window.nextOfPartition;
        }
        if (window.nextOfPartition != null) {
            window.nextOfPartition.previousOfPartition = window.previousOfPartition;
        }
        window.nextOfPartition = null;
        window.previousOfPartition = null;
    }
}
