package peaberry.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainOutputTest {

    private static final int BYTES = 200_000;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Output output = new PlainOutput(shown::write);

    private String shown(int... bytes) {
        for (int each : bytes) {
            output.print(each);
        }
        String text = shown.toString(StandardCharsets.UTF_8);
        shown.reset();
        return text;
    }

    private String shown(String text) {
        return shown(toInts(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static int[] toInts(byte[] bytes) {
        int[] ints = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ints[i] = bytes[i] & 0xFF;
        }
        return ints;
    }

    @Test
    void textPasses() {
        assertEquals("tab\there, back\b, line\r\n", shown("tab\there, back\b, line\r\n"));
        assertEquals("Käse, 日本, 𝄞, \u00a0, \u0800", shown("Käse, 日本, 𝄞, \u00a0, \u0800"));
    }

    @Test
    void whatATerminalWouldObeyIsShown() {
        assertEquals("^[]0;title^G", shown("\033]0;title\007"));
        assertEquals("^[[2J^[c^[[6n", shown("\033[2J\033c\033[6n"));
        assertEquals("^[]52;c;Zm9v^G", shown("\033]52;c;Zm9v\007"));
        assertEquals("^@^N^O^X^?", shown(0, 14, 15, 24, 127));
    }

    @Test
    void controlCharactersOfMoreThanSevenBitsAreNone() {
        assertEquals("?6n", shown(0x9B, '6', 'n'));
        assertEquals("?6n", shown(0xC2, 0x9B, '6', 'n'));
        assertEquals("?", shown(0xC2, 0x9B));
        assertEquals("??6n", shown(0xE0, 0x82, 0x9B, '6', 'n'));
        assertEquals("???6n", shown(0xF0, 0x80, 0x82, 0x9B, '6', 'n'));
        assertEquals("?^[", shown(0xC3, 0x1B));
    }

    /** What was begun in one piece is gone on with in the next one. */
    @Test
    void piecesDoNotMatter() {
        assertEquals("", shown(0xC2));
        assertEquals("?", shown(0x9B));
        assertEquals("", shown(0xC3));
        assertEquals("ä", shown(0xA4));
    }

    @Test
    void nothingObeyedComesOfAnyBytes() {
        Random random = new Random(1);
        for (int i = 0; i < BYTES; i++) {
            output.print(random.nextInt(4) == 0 ? new int[] {0x1B, 0x9B, 0xC2, 0xE0, 0xF0, 0x80, 0x82}[random.nextInt(7)] : random.nextInt(256));
        }
        byte[] bytes = shown.toByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertFalse(text.chars().anyMatch(c -> c < ' ' && "\b\t\n\r".indexOf(c) < 0 || c >= 0x7F && c < 0xA0), "a control character");
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] & 0xFF;
            assertFalse(value >= 0x80 && value < 0xA0 && (bytes[i - 1] & 0xFF) < 0x80, "a control character of eight bits");
        }
    }
}
