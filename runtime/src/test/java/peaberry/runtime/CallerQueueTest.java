package peaberry.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CallerQueueTest {

    private final CallerQueue queue = new CallerQueue(3);

    @Test
    void callersComeOutInTheOrderTheyWentIn() {
        for (int round = 0; round < 4; round++) {
            Caller first = new Caller(round);
            Caller second = new Caller(7);
            queue.add(first, 1);
            queue.add(second, 2);
            assertEquals(2, queue.size());
            assertEquals(first, queue.first());
            assertEquals(first, queue.remove());
            assertEquals(second, queue.remove());
            assertTrue(queue.isEmpty());
        }
    }

    @Test
    void aClientsCallerIsTakenOutOfTheMidst() {
        for (int round = 0; round < 4; round++) {
            for (int client = 1; client <= 3; client++) {
                queue.add(new Caller(client), client);
            }
            int gone = round % 3 + 1;
            assertEquals(new Caller(gone), queue.remove(gone));
            assertFalse(queue.holds(gone));
            for (int client = 1; client <= 3; client++) {
                if (client != gone) {
                    assertTrue(queue.holds(client));
                    assertEquals(new Caller(client), queue.remove());
                }
            }
            assertTrue(queue.isEmpty());
            queue.add(new Caller(0), 9);
            queue.remove();
        }
    }

    @Test
    void aCallerTooManyIsAFault() {
        for (int client = 1; client <= 3; client++) {
            queue.add(new Caller(client), client);
        }
        assertThrows(IllegalStateException.class, () -> queue.add(new Caller(4), 4));
        assertEquals(new Caller(1), queue.first());
    }

    @Test
    void aSecondCallerOfAClientIsAFault() {
        queue.add(new Caller(1), 5);
        assertThrows(IllegalStateException.class, () -> queue.add(new Caller(2), 5));
    }
}
