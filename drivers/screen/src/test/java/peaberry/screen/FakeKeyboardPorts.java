package peaberry.screen;

import java.util.ArrayDeque;
import java.util.Queue;

/** A keyboard controller in the hands of a test. */
final class FakeKeyboardPorts extends KeyboardPorts {

    /** Bits of the status beside that of a byte that waits. */
    int otherStatus;
    /** Whether it says for ever that there is something. */
    boolean stuck;
    int reads;

    private final Queue<Integer> waiting = new ArrayDeque<>();

    void send(int... codes) {
        for (int code : codes) {
            waiting.add(code);
        }
    }

    int waiting() {
        return waiting.size();
    }

    @Override
    int status() {
        return otherStatus | (stuck || !waiting.isEmpty() ? FULL : 0);
    }

    @Override
    int data() {
        reads++;
        return waiting.isEmpty() ? 0 : waiting.remove();
    }
}
