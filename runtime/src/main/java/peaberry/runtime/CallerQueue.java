package peaberry.runtime;

/** Callers whom a server keeps waiting, first come, first served, one of each client: in a ring. */
public final class CallerQueue {

    private final Caller[] callers;
    /** Whose each caller is. */
    private final int[] clients;
    private int first;
    private int size;

    /** @param capacity how many may wait */
    public CallerQueue(int capacity) {
        callers = new Caller[capacity];
        clients = new int[capacity];
    }

    /** Whether nobody waits. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** How many wait. */
    public int size() {
        return size;
    }

    /** Whether a caller of this client waits. */
    public boolean holds(int client) {
        for (int i = 0; i < size; i++) {
            if (clients[place(i)] == client) {
                return true;
            }
        }
        return false;
    }

    /** Queues a caller. There must be room, as there is if nobody waits twice, and no other caller of its client. */
    public void add(Caller caller, int client) {
        if (size == callers.length || holds(client)) {
            throw new IllegalStateException();
        }
        callers[place(size)] = caller;
        clients[place(size)] = client;
        size++;
    }

    /** Who has waited longest. Only if not {@link #isEmpty}. */
    public Caller first() {
        return callers[first];
    }

    /** Whose one of them is. @param index 0 for who has waited longest, to {@link #size} - 1 */
    public int client(int index) {
        return clients[place(index)];
    }

    /** Takes the first one out. Only if not {@link #isEmpty}. */
    public Caller remove() {
        Caller caller = callers[first];
        first = place(1);
        size--;
        return caller;
    }

    /** Takes the client's caller out; the others keep their order. Only if it {@link #holds} one. */
    public Caller remove(int client) {
        int found = 0;
        while (clients[place(found)] != client) {
            found++;
        }
        Caller caller = callers[place(found)];
        for (int i = found; i + 1 < size; i++) {
            callers[place(i)] = callers[place(i + 1)];
            clients[place(i)] = clients[place(i + 1)];
        }
        size--;
        return caller;
    }

    private int place(int index) {
        return (first + index) % callers.length;
    }
}
