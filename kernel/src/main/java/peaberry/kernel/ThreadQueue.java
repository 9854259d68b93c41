package peaberry.kernel;

import peaberry.machine.Footprint;

/**
 * Threads in the order in which they came. A thread is in one queue at most, and knows it. All operations are O(1).
 *
 * <p>Invariant: {@code next} and {@code previous} of neighbours name each other; both ends are null or neither is.
 */
@Footprint(24)
final class ThreadQueue {

    private Tcb first;
    private Tcb last;

    /** The thread that waits longest, or null. */
    Tcb first() {
        return first;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** Adds a thread that is in no queue at the end. */
    void append(Tcb thread) {
        thread.queue = this;
        thread.previousInQueue = last;
        if (last == null) {
            first = thread;
        } else {
            last.nextInQueue = thread;
        }
        last = thread;
    }

    /** Adds a thread that is in no queue before all others. */
    void prepend(Tcb thread) {
        thread.queue = this;
        thread.nextInQueue = first;
        if (first == null) {
            last = thread;
        } else {
            first.previousInQueue = thread;
        }
        first = thread;
    }

    /** Takes out the first thread; there is one. */
    void removeFirst() {
        Tcb thread = first;
        Tcb next = thread.nextInQueue;
        first = next;
        if (next == null) {
            last = null;
        } else {
            next.previousInQueue = null;
            thread.nextInQueue = null;
        }
        thread.queue = null;
    }

    /** Takes out a thread that is in this queue. */
    void remove(Tcb thread) {
        Tcb next = thread.nextInQueue;
        Tcb previous = thread.previousInQueue;
        if (next == null) {
            last = previous;
        } else {
            next.previousInQueue = previous;
        }
        if (previous == null) {
            first = next;
        } else {
            previous.nextInQueue = next;
        }
        thread.nextInQueue = null;
        thread.previousInQueue = null;
        thread.queue = null;
    }
}
