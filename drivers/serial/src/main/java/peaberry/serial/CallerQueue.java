package peaberry.serial;

/** Callers who wait, first come, first served: a ring of small numbers. */
final class CallerQueue {

    private final int[] callers;
    private int first;
    private int size;

    /** @param capacity how many may wait */
    CallerQueue(int capacity) {
        callers = new int[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Queues a caller. There must be room, as there is if nobody waits twice. */
    void add(int caller) {
        if (size == callers.length) {
            throw new IllegalStateException();
        }
        callers[(first + size) % callers.length] = caller;
        size++;
    }

    /** Who has waited longest. Only if not {@link #isEmpty}. */
    int first() {
        return callers[first];
    }

    /** Takes the first one out. Only if not {@link #isEmpty}. */
    int remove() {
        int caller = callers[first];
        first = (first + 1) % callers.length;
        size--;
        return caller;
    }
}
