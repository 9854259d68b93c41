package peaberry.kernel;

import peaberry.machine.Footprint;

/**
 * Threads in the order in which they came. A thread is in one queue at most, and knows it. All operations are O(1).
 *
 * <p>Invariant: {@code next} and {@code previous} of neighbours name each other; both ends are null or neither is.
 */
@Footprint(24)
final class ThreadQueue {

    /*@ invariant (\forall Tcb t; t.queue == this && t.nextInQueue != null;
      @         t.nextInQueue.queue == this && t.nextInQueue.previousInQueue == t);
      @ invariant (\forall Tcb t; t.queue == this && t.previousInQueue != null;
      @         t.previousInQueue.queue == this && t.previousInQueue.nextInQueue == t);
      @ invariant (\forall Tcb t; t.queue == this && t.previousInQueue == null; t == first);
      @ invariant (\forall Tcb t; t.queue == this && t.nextInQueue == null; t == last);
      @ invariant first != null ==> first.queue == this && first.previousInQueue == null;
      @ invariant last != null ==> last.queue == this && last.nextInQueue == null;
      @ invariant (first == null) == (last == null);
      @*/
    private /*@ nullable @*/ Tcb first;
    private /*@ nullable @*/ Tcb last;

    /** The thread that waits longest, or null. */
    /*@ public normal_behavior
      @ ensures \result == first;
      @*/
    /*@ pure nullable @*/ Tcb first() {
        return first;
    }

    /*@ public normal_behavior
      @ ensures \result == (first == null);
      @*/
    /*@ pure @*/ boolean isEmpty() {
        return first == null;
    }

    /** Adds a thread that is in no queue at the end. */
    /*@ public normal_behavior
      @ requires thread.queue == null && thread.nextInQueue == null && thread.previousInQueue == null;
      @ ensures thread.queue == this && last == thread && thread.previousInQueue == \old(last);
      @ ensures \old(first) != null ==> first == \old(first);
      @ assignable first, last, thread.queue, thread.previousInQueue, last.nextInQueue;
      @*/
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
    /*@ public normal_behavior
      @ requires thread.queue == null && thread.nextInQueue == null && thread.previousInQueue == null;
      @ ensures thread.queue == this && first == thread && thread.nextInQueue == \old(first);
      @ ensures \old(last) != null ==> last == \old(last);
      @ assignable first, last, thread.queue, thread.nextInQueue, first.previousInQueue;
      @*/
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

    /** Adds a thread that is in no queue to an empty one. */
    static void addOnly(ThreadQueue empty, Tcb thread) {
        empty.first = thread;
        empty.last = thread;
        thread.queue = empty;
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

    /** Takes out the first thread; there is one. Another, which is in no queue, becomes the last. */
    /*@ public normal_behavior
      @ requires first != null;
      @ requires thread.queue == null && thread.nextInQueue == null && thread.previousInQueue == null;
      @ ensures \old(first).queue == null && \old(first).nextInQueue == null && \old(first).previousInQueue == null;
      @ ensures thread.queue == this && last == thread;
      @ ensures \old(first.nextInQueue) != null ==> first == \old(first.nextInQueue) && thread.previousInQueue == \old(last);
      @ assignable first, last, first.queue, first.nextInQueue, first.nextInQueue.previousInQueue,
      @     thread.queue, thread.previousInQueue, last.nextInQueue;
      @*/
    void rotate(Tcb thread) {
        Tcb old = first;
        Tcb next = old.nextInQueue;
        old.queue = null;
        thread.queue = this;
        if (next == null) {
            first = thread;
        } else {
            first = next;
            next.previousInQueue = null;
            old.nextInQueue = null;
            thread.previousInQueue = last;
            last.nextInQueue = thread;
        }
        last = thread;
    }

    /** Takes out a thread that is in this queue. */
    /*@ public normal_behavior
      @ requires thread.queue == this;
      @ ensures thread.queue == null && thread.nextInQueue == null && thread.previousInQueue == null;
      @ assignable first, last, thread.queue, thread.nextInQueue, thread.previousInQueue,
      @     thread.nextInQueue.previousInQueue, thread.previousInQueue.nextInQueue;
      @*/
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
