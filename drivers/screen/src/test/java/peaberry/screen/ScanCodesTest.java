package peaberry.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanCodesTest {

    private static final int SHIFT = 0x2A;
    private static final int RIGHT_SHIFT = 0x36;
    private static final int CONTROL = 0x1D;
    private static final int ALT = 0x38;
    private static final int CAPS_LOCK = 0x3A;
    private static final int A = 0x1E;
    private static final int C = 0x2E;
    private static final int ONE = 0x02;
    private static final int EXTENDED = 0xE0;

    private final ScanCodes codes = new ScanCodes();

    @Test
    void everyKeyOfTheLayoutWritesItsCharacter() {
        StringBuilder plain = new StringBuilder();
        StringBuilder shifted = new StringBuilder();
        for (int key = 1; key < 0x80; key++) {
            if (key != CONTROL && key != SHIFT && key != RIGHT_SHIFT && key != CAPS_LOCK && (key < 0x47 || key > 0x53)) {
                plain.append(typed(key, released(key)));
                shifted.append(typed(SHIFT, key, released(key), released(SHIFT)));
            }
        }
        assertEquals("\u001b1234567890-=\u007f\tqwertyuiop[]\rasdfghjkl;'`\\zxcvbnm,./* \\", plain.toString());
        assertEquals("\u001b!@#$%^&*()_+\u007f\tQWERTYUIOP{}\rASDFGHJKL:\"~|ZXCVBNM<>?* |", shifted.toString());
    }

    @Test
    void aKeyThatIsHeldDownRepeats() {
        assertEquals("aaa", typed(A, A, A, released(A)));
    }

    @Test
    void shiftCountsWhileItIsHeldDown() {
        assertEquals("aAAa", typed(A, SHIFT, A, A, released(SHIFT), A));
        assertEquals("A!A1", typed(RIGHT_SHIFT, A, ONE, SHIFT, released(RIGHT_SHIFT), A, released(SHIFT), ONE));
    }

    @Test
    void controlMakesControlCharacters() {
        assertEquals("\u0003", typed(CONTROL, C, released(CONTROL)));
        assertEquals("\u0003c", typed(EXTENDED, CONTROL, C, EXTENDED, released(CONTROL), C));
        assertEquals("\u00031\r", typed(CONTROL, SHIFT, C, released(SHIFT), ONE, 0x1C, released(CONTROL)));
        assertEquals("\u001b\u001c\u001d", typed(CONTROL, 0x1A, 0x2B, 0x1B, released(CONTROL)));
    }

    @Test
    void capsLockTurnsLettersRoundAndNothingElse() {
        assertEquals("A1a!", typed(CAPS_LOCK, released(CAPS_LOCK), A, ONE, SHIFT, A, ONE, released(SHIFT)));
        assertEquals("a", typed(CAPS_LOCK, released(CAPS_LOCK), A));
    }

    @Test
    void capsLockThatIsHeldDownTurnsOnce() {
        assertEquals("A", typed(CAPS_LOCK, CAPS_LOCK, CAPS_LOCK, released(CAPS_LOCK), A));
    }

    @Test
    void cursorKeysSendTheSequencesOfAVt100() {
        assertEquals("\u001b[A\u001b[B\u001b[C\u001b[D\u001b[F\u001b[H\u001b[3~",
                typed(EXTENDED, 0x48, EXTENDED, 0x50, EXTENDED, 0x4D, EXTENDED, 0x4B, EXTENDED, 0x4F, EXTENDED, 0x47, EXTENDED, 0x53));
        assertEquals("\u001b[A-+", typed(0x48, 0x4A, 0x4E));
        assertEquals("\u001b[2~\u001b[5~\u001b[6~", typed(EXTENDED, 0x52, EXTENDED, 0x49, EXTENDED, 0x51));
    }

    @Test
    void theKeypadsSlashAndEnterAreThemselves() {
        assertEquals("/\r", typed(EXTENDED, 0x35, EXTENDED, 0x1C));
        assertEquals("/", typed(SHIFT, EXTENDED, released(SHIFT), EXTENDED, 0x35, EXTENDED, SHIFT, released(SHIFT)));
    }

    @Test
    void shiftsThatComeWithOtherKeysDoNotCount() {
        assertEquals("\u001b[Aa", typed(EXTENDED, SHIFT, EXTENDED, 0x48, A));
        assertEquals("A", typed(SHIFT, EXTENDED, released(SHIFT), A));
    }

    @Test
    void keysThatMeanNothingHereTypeNothing() {
        assertEquals("", typed(ALT, released(ALT), EXTENDED, ALT, EXTENDED, released(ALT), 0x3B, 0x45, 0x46, EXTENDED, 0x37, EXTENDED, 0x5B, EXTENDED, 0x5C, 0x7F));
    }

    @Test
    void pauseTypesNothing() {
        assertEquals("a", typed(0xE1, 0x1D, 0x45, 0xE1, 0x9D, 0xC5, A));
    }

    @Test
    void answersOfTheKeyboardTypeNothing() {
        assertEquals("a", typed(0xFA, 0xFE, 0xEE, 0xFC, 0xAA, A));
    }

    @Test
    void afterALostPrefixAKeyIsMisreadAndTheNextIsNot() {
        assertEquals("/a", typed(0x35, A));
        assertEquals("a", typed(EXTENDED, A, A));
        assertEquals("\u001b[Aa", typed(EXTENDED, EXTENDED, 0x48, A));
        assertEquals("a", typed(0xE1, 0x1D, 0xE1, 0x9D, 0xC5, A));
        assertEquals("\u001b[A", typed(0xE1, EXTENDED, 0x48));
    }

    @Test
    void whenCodesAreLostNoKeyIsHeld() {
        assertEquals("a", typed(SHIFT, CONTROL, 0xFF, A));
        assertEquals("a", typed(SHIFT, CONTROL, 0x00, A));
        assertEquals("\u001b[A", typed(EXTENDED, 0xFF, 0x48));
    }

    @Test
    void whateverComesALetterIsTypedInTheEnd() {
        long seed = Long.getLong("peaberry.random.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            for (int i = random.nextInt(20); i > 0; i--) {
                typed(random.nextInt(256));
            }
            typed(0xFF);
            assertTrue(typed(A).equalsIgnoreCase("a"), "seed " + seed + ", round " + round);
        }
    }

    private static int released(int key) {
        return key | 0x80;
    }

    private String typed(int... sent) {
        StringBuilder typed = new StringBuilder();
        for (int code : sent) {
            codes.take(code);
            for (int next = codes.next(); next != ScanCodes.NOTHING; next = codes.next()) {
                typed.append((char) next);
            }
        }
        return typed.toString();
    }
}
