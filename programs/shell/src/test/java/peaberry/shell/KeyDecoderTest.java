package peaberry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyDecoderTest {

    private static final int BAD = Key.REPLACEMENT;

    private final KeyDecoder decoder = new KeyDecoder();

    @Test
    void asciiIsItself() {
        assertEquals(List.of((int) 'a', (int) '~', 1, 0x7F), keys('a', '~', 1, 0x7F));
    }

    @Test
    void utf8OfAllLengthsIsOneKeyEach() {
        byte[] bytes = "é€😀".getBytes(StandardCharsets.UTF_8);
        int[] unsigned = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            unsigned[i] = bytes[i] & 0xFF;
        }
        assertEquals(List.of(0xE9, 0x20AC, 0x1F600), keys(unsigned));
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() {
        assertEquals(List.of(BAD, BAD, BAD), keys(0x80, 0xFF, 0xC0));
    }

    @Test
    void aBrokenCharacterDoesNotSwallowTheNext() {
        assertEquals(List.of(BAD, (int) 'a'), keys(0xE2, 0x82, 'a'));
        assertEquals(List.of(BAD, 0xE9), keys(0xE2, 0xC3, 0xA9));
        assertEquals(List.of(BAD, Key.ENTER), keys(0xF0, '\r'));
    }

    @Test
    void overlongFormsSurrogatesAndTooLargeOnesAreReplaced() {
        assertEquals(List.of(BAD, BAD), keys(0xC1, 0x81));
        assertEquals(List.of(BAD, BAD, BAD), keys(0xE0, 0x80, 0x80));
        assertEquals(List.of(BAD, BAD, BAD), keys(0xED, 0xA0, 0x80));
        assertEquals(List.of(BAD, BAD, BAD, BAD), keys(0xF4, 0x90, 0x80, 0x80));
    }

    @Test
    void nulIsIgnored() {
        assertEquals(List.of((int) 'a', (int) 'b'), keys('a', 0, 'b'));
    }

    @Test
    void allLineEndsAreOneEnterEach() {
        assertEquals(List.of(Key.ENTER, Key.ENTER, Key.ENTER), keys('\n', '\r', '\n', '\r'));
        assertEquals(List.of(Key.ENTER), keys('\r'));
        assertEquals(List.of(Key.ENTER), keys('\r', '\n'));
    }

    @Test
    void cursorKeysComeInBothForms() {
        assertEquals(List.of(Key.UP, Key.DOWN, Key.RIGHT, Key.LEFT, Key.HOME, Key.END),
                keys(27, '[', 'A', 27, '[', 'B', 27, '[', 'C', 27, '[', 'D', 27, '[', 'H', 27, '[', 'F'));
        assertEquals(List.of(Key.UP, Key.HOME, Key.END), keys(27, 'O', 'A', 27, 'O', 'H', 27, 'O', 'F'));
    }

    @Test
    void editingKeysHaveNumbers() {
        assertEquals(List.of(Key.HOME, Key.DELETE, Key.END, Key.HOME, Key.END),
                keys(27, '[', '1', '~', 27, '[', '3', '~', 27, '[', '4', '~', 27, '[', '7', '~', 27, '[', '8', '~'));
    }

    @Test
    void unknownSequencesVanishWhole() {
        assertEquals(List.of((int) 'x'), keys(27, '[', '2', '0', '0', '0', ';', '5', '~', 'x'));
        assertEquals(List.of((int) 'x'), keys(27, '[', '1', ';', '5', 'Z', 'x'));
    }

    @Test
    void aSequenceThatIsCutOffDoesNotSwallowTheLineEnd() {
        assertEquals(List.of(Key.ENTER), keys(27, '\r'));
        assertEquals(List.of(Key.ENTER), keys(27, '[', '1', '\r'));
        assertEquals(List.of(Key.ENTER, (int) 'x'), keys(27, 'O', '\n', 'x'));
    }

    @Test
    void noByteSequenceMakesAKeyThatIsNone() {
        Random random = new Random(20240607);
        for (int i = 0; i < 100_000; i++) {
            decoder.feed(random.nextInt(256));
            int keys = 0;
            for (int key = decoder.next(); key != Key.NONE; key = decoder.next()) {
                assertEquals(true, key >= Key.ENTER && key <= 0x10FFFF);
                keys++;
            }
            assertEquals(true, keys <= 2);
        }
    }

    private List<Integer> keys(int... bytes) {
        List<Integer> keys = new ArrayList<>();
        for (int value : bytes) {
            decoder.feed(value);
            for (int key = decoder.next(); key != Key.NONE; key = decoder.next()) {
                keys.add(key);
            }
        }
        return keys;
    }
}
