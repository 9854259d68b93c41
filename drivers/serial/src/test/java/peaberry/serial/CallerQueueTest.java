package peaberry.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import peaberry.runtime.Caller;

class CallerQueueTest {

    private final CallerQueue queue = new CallerQueue(2);

    @Test
    void callersComeOutInTheOrderTheyWentIn() {
        for (int round = 0; round < 3; round++) {
            Caller first = new Caller(round);
            Caller second = new Caller(7);
            queue.add(first);
            queue.add(second);
            assertEquals(2, queue.size());
            assertEquals(first, queue.first());
            assertEquals(first, queue.remove());
            assertEquals(second, queue.remove());
            assertTrue(queue.isEmpty());
        }
    }

    @Test
    void aCallerTooManyIsAFault() {
        queue.add(new Caller(1));
        queue.add(new Caller(2));
        assertThrows(IllegalStateException.class, () -> queue.add(new Caller(3)));
        assertEquals(new Caller(1), queue.first());
    }
}
