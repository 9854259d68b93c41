package peaberry.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InputTest {

    private final Input input = new Input();

    private void arrive(String piece) {
        input.arrive(piece.length());
        piece.chars().forEach(input::arrive);
    }

    private String read(int most) {
        int count = Math.min(most, input.readable());
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) input.byteAt(i);
        }
        input.take(count);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Test
    void piecesAreJoined() {
        arrive("ab");
        arrive("cde");
        assertEquals("abc", read(3));
        assertEquals("de", read(3));
        assertFalse(input.isAtEnd());
        assertEquals(0, input.readable());
    }

    @Test
    void thePartsAreReadOneAfterTheOther() {
        arrive("first");
        input.arrive(0);
        arrive("second");
        assertEquals("first", read(100));
        assertTrue(input.isAtEnd());
        input.passEnd();
        assertEquals("second", read(100));
        assertFalse(input.isAtEnd());
        input.arrive(0);
        assertTrue(input.isAtEnd());
        input.passEnd();
        assertTrue(input.isAtEnd());
    }

    @Test
    void nothingComesBehindTheLastPart() {
        input.arrive(0);
        input.arrive(0);
        arrive("more");
        assertTrue(input.isAtEnd());
        assertEquals(0, input.readable());
    }

    @Test
    void itIsFullAndThenThereIsRoomAgain() {
        int sent = 0;
        while (!input.isFull()) {
            input.arrive(1);
            input.arrive('a' + sent++ % 26);
        }
        assertEquals(Input.BYTES, sent);
        assertEquals("abc", read(3));
        assertFalse(input.isFull());
        arrive("xyz");
        assertTrue(input.isFull());
        String rest = read(Input.BYTES);
        assertTrue(rest.startsWith("defg") && rest.endsWith("xyz"), rest);
    }
}
