package peaberry.interactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyDecoderTest {

    private static final long SEED = 11;
    private static final int BYTES = 200_000;

    private final KeyDecoder decoder = new KeyDecoder();

    private List<Integer> keys(String bytes) {
        List<Integer> keys = new ArrayList<>();
        for (byte each : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
            decoder.feed(each & 0xFF);
            for (int key = decoder.next(); key != Key.NONE; key = decoder.next()) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void charactersComeAsTheyAre() {
        assertEquals(List.of((int) 'a', 0xE9, 0x20AC, 0x1F600), keys(utf8("aé€😀")));
    }

    @Test
    void linesEndInThreeWays() {
        assertEquals(List.of(Key.ENTER, Key.ENTER, Key.ENTER, Key.ENTER), keys("\r\n\r\n\n\r"));
    }

    @Test
    void cursorAndEditingKeysHaveSequences() {
        assertEquals(List.of(Key.UP, Key.DOWN, Key.RIGHT, Key.LEFT), keys("\33[A\33[B\33[C\33[D"));
        assertEquals(List.of(Key.UP, Key.HOME, Key.END), keys("\33OA\33OH\33[F"));
        assertEquals(List.of(Key.HOME, Key.DELETE, Key.END), keys("\33[1~\33[3~\33[8~"));
        assertEquals(List.of(Key.WORD_RIGHT, Key.WORD_LEFT, Key.WORD_LEFT), keys("\33[1;5C\33[1;3D\33[1;5D"));
        assertEquals(List.of(Key.PASTE, (int) 'x', Key.PASTE_END), keys("\33[200~x\33[201~"));
    }

    @Test
    void altIsAnEscapeBefore() {
        assertEquals(List.of(Key.ALT + 'b', Key.ALT + 'd', Key.ALT + Key.RUBOUT), keys("\33b\33d\33\177"));
        assertEquals(List.of(Key.ESCAPE, Key.UP), keys("\33\33[A"));
    }

    @Test
    void whatIsUnknownVanishes() {
        assertEquals(List.of((int) 'x'), keys("\0\33[24;80R\33[99~\33[Zx"));
        assertEquals(List.of(Key.REPLACEMENT, (int) 'x'), keys("\377x"));
        assertEquals(List.of(Key.REPLACEMENT, Key.ENTER), keys("\303\r"));
    }

    @Test
    void anyBytesBecomeKeysThatThereAre() {
        Random random = new Random(SEED);
        String likely = "\33[O0123456789;~ABR";
        for (int i = 0; i < BYTES; i++) {
            decoder.feed(random.nextBoolean() ? likely.charAt(random.nextInt(likely.length())) : random.nextInt(256));
            for (int key = decoder.next(); key != Key.NONE; key = decoder.next()) {
                assertTrue(key >= Key.PASTE_END && key <= Key.ALT + Key.RUBOUT, key + ", seed " + SEED);
            }
        }
        decoder.feed('a');
        decoder.feed('a');
        decoder.feed('a');
        decoder.feed('a');
        while (decoder.next() != Key.NONE) {
            continue;
        }
        assertEquals(List.of((int) 'x'), keys("x"));
    }
}
