package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.sh.system.Utf8;

/** Text is UTF-8, and bytes that are not come back as they were. */
class Utf8Test {

    @Test
    void textIsWhatJavaMakesOfIt() {
        String text = "a\0é€\ud83d\ude00\uffff\u0800\u07ff\u007f\u0080";
        assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), Utf8.encode(text));
        assertEquals(text, Utf8.decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anyBytesComeBack() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            for (int k = 0; k < bytes.length; k++) { // many that begin a character, and many that go on
                bytes[k] = (byte) (random.nextInt(3) == 0 ? bytes[k] : random.nextBoolean() ? 0xe0 | bytes[k] & 0x1f : 0x80 | bytes[k] & 0x3f);
            }
            assertArrayEquals(bytes, Utf8.encode(Utf8.decode(bytes)));
        }
    }
}
