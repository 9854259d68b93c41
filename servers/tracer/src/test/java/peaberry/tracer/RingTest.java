package peaberry.tracer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.abi.Tag;
import peaberry.runtime.Message;

class RingTest {

    private static final int CAPACITY = 3;

    private final Ring ring = new Ring(CAPACITY);

    private void exchange(int number) {
        Message.setWords(number, number + 1, number + 2);
        ring.begin(number, Tag.of(number, 2));
        Message.setWords(-number, 0, 0);
        ring.complete(number + 10L, Tag.of(4, 1));
    }

    @Test
    void aMessageIsKeptWithItsAnswer() {
        exchange(7);
        assertEquals(7, ring.at());
        assertEquals(10, ring.took());
        assertEquals(7, ring.request().label());
        assertEquals(7, ring.requestWord(0));
        assertEquals(8, ring.requestWord(1));
        assertEquals(0, ring.requestWord(2), "it has two words");
        assertEquals(4, ring.answer().label());
        assertEquals(-7, ring.answerWord(0));
        assertEquals(0, ring.answerWord(1));
    }

    /** @param lost how many behind those that are kept were not, when one comes that is */
    private record Kept(int number, long lost) {
    }

    @Test
    void whatDoesNotFitIsCountedAndTheOthersKeepTheirOrder() {
        Random random = new Random(5);
        Queue<Kept> expected = new ArrayDeque<>();
        long lost = 0;
        for (int number = 1; number < 10_000; number++) {
            if (random.nextBoolean()) {
                exchange(number);
                if (expected.size() < CAPACITY) {
                    expected.add(new Kept(number, lost));
                    lost = 0;
                } else {
                    lost++;
                }
            } else if (!expected.isEmpty()) {
                assertEquals(expected.remove(), new Kept((int) ring.requestWord(0), ring.lostBefore()));
                ring.remove();
            }
            assertEquals(expected.isEmpty(), ring.isEmpty());
        }
    }

    @Test
    void anotherTraceBeginsWithNothing() {
        for (int number = 1; number <= CAPACITY + 1; number++) {
            exchange(number);
        }
        assertFalse(ring.isEmpty());
        ring.clear();
        assertTrue(ring.isEmpty());
        exchange(9);
        assertEquals(0, ring.lostBefore());
        assertEquals(9, ring.requestWord(0));
    }
}
