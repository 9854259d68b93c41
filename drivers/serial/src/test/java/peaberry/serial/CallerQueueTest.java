package peaberry.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CallerQueueTest {

    private final CallerQueue queue = new CallerQueue(2);

    @Test
    void callersComeOutInTheOrderTheyWentIn() {
        for (int round = 0; round < 3; round++) {
            queue.add(round);
            queue.add(7);
            assertEquals(2, queue.size());
            assertEquals(round, queue.first());
            assertEquals(round, queue.remove());
            assertEquals(7, queue.remove());
            assertTrue(queue.isEmpty());
        }
    }

    @Test
    void aCallerTooManyIsAFault() {
        queue.add(1);
        queue.add(2);
        assertThrows(IllegalStateException.class, () -> queue.add(3));
        assertEquals(1, queue.first());
    }
}
