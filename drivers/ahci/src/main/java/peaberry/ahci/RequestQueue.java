package peaberry.ahci;

/** Requests in the order in which they came: the disk works on the first. */
final class RequestQueue {

    private final Request[] requests;
    private int first;
    private int size;

    /** @param capacity how many may wait */
    RequestQueue(int capacity) {
        requests = new Request[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Puts a request behind the others. There is room if none is in it twice. */
    void add(Request request) {
        if (size == requests.length) {
            throw new IllegalStateException();
        }
        requests[place(size)] = request;
        size++;
    }

    /** The one that came first. Only if not {@link #isEmpty}. */
    Request first() {
        return requests[first];
    }

    /** Takes the first one out. Only if not {@link #isEmpty}. */
    Request remove() {
        Request request = requests[first];
        first = place(1);
        size--;
        return request;
    }

    private int place(int index) {
        return (first + index) % requests.length;
    }
}
