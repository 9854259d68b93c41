package peaberry.serial;

import peaberry.runtime.Caller;

/** Callers who wait, first come, first served: in a ring. */
final class CallerQueue {

    private final Caller[] callers;
    private int first;
    private int size;

    /** @param capacity how many may wait */
    CallerQueue(int capacity) {
        callers = new Caller[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Queues a caller. There must be room, as there is if nobody waits twice. */
    void add(Caller caller) {
        if (size == callers.length) {
            throw new IllegalStateException();
        }
        callers[(first + size) % callers.length] = caller;
        size++;
    }

    /** Who has waited longest. Only if not {@link #isEmpty}. */
    Caller first() {
        return callers[first];
    }

    /** Takes the first one out. Only if not {@link #isEmpty}. */
    Caller remove() {
        Caller caller = callers[first];
        first = (first + 1) % callers.length;
        size--;
        return caller;
    }
}
