package peaberry.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypeAheadTest {

    private static final String REPORT = "\33[24;132R";
    private static final long SEED = 5;
    private static final int BYTES = 200_000;

    private final TypeAhead ahead = new TypeAhead();

    private void type(String text) {
        for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
            ahead.add(each & 0xFF);
        }
    }

    private String takeAll() {
        StringBuilder taken = new StringBuilder();
        while (!ahead.isEmpty()) {
            taken.append((char) ahead.take());
        }
        return taken.toString();
    }

    @Test
    void whatIsTypedComesInItsOrder() {
        type("one\n\377");
        assertEquals(5, ahead.settled());
        assertEquals("one\n\377", takeAll());
    }

    @Test
    void aReportOfTheSizeIsTakenOut() {
        type("before" + REPORT + "after");
        assertEquals("beforeafter", takeAll());
        assertEquals(24, ahead.rows());
        assertEquals(132, ahead.columns());
    }

    @Test
    void whatMayBecomeAReportIsNotSettled() {
        type("x\33[24;");
        assertEquals(1, ahead.settled());
        type("A");
        assertEquals(7, ahead.settled());
        assertEquals("x\33[24;A", takeAll());
        type("\33\33[A\33");
        assertEquals(4, ahead.settled());
        assertEquals(0, ahead.rows());
    }

    @Test
    void aReportOfWhichAPartWasReadIsKnownAndStays() {
        type("\33");
        assertEquals(27, ahead.take());
        type("[50;90R");
        assertEquals("[50;90R", takeAll());
        assertEquals(50, ahead.rows());
        type(REPORT);
        assertEquals("", takeAll());
        assertEquals(24, ahead.rows());
    }

    @Test
    void whatIsNoReportStays() {
        for (String other : new String[] {"\33[R", "\33[1;R", "\33[;1R", "\33[12R", "\33[10000;1R", "\33[1;10000R", "\33O1;1R", "[1;1R"}) {
            type(other);
            assertEquals(other, takeAll());
            assertEquals(0, ahead.rows(), other);
        }
    }

    @Test
    void itIsFullAndEmpty() {
        type("x".repeat(TypeAhead.MOST));
        assertTrue(ahead.isFull());
        ahead.clear();
        assertTrue(ahead.isEmpty());
    }

    @Test
    void anyBytesLeaveItSound() {
        Random random = new Random(SEED);
        String likely = "\33[0123456789;R";
        for (int i = 0; i < BYTES; i++) {
            if (random.nextBoolean() && !ahead.isEmpty()) {
                ahead.take();
            } else if (!ahead.isFull()) {
                ahead.add(likely.charAt(random.nextInt(likely.length())));
            }
            assertTrue(ahead.settled() >= 0 && ahead.rows() <= TypeAhead.MOST_CELLS && ahead.columns() <= TypeAhead.MOST_CELLS, "seed " + SEED);
        }
        takeAll();
        type("sound" + REPORT);
        assertEquals("sound", takeAll());
    }
}
