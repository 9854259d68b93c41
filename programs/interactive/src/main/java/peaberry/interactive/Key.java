package peaberry.interactive;

/** What a key is to the editor: a Unicode character, of which those below a space come with Ctrl; one with {@link #ALT}; or one of the negative numbers below. */
final class Key {

    /** No key, or only a part of one so far. */
    static final int NONE = -1;
    static final int UP = -2;
    static final int DOWN = -3;
    static final int RIGHT = -4;
    static final int LEFT = -5;
    static final int HOME = -6;
    static final int END = -7;
    static final int DELETE = -8;
    static final int ENTER = -9;
    static final int WORD_RIGHT = -10;
    static final int WORD_LEFT = -11;
    /** What comes between these was pasted (xterm, Bracketed Paste Mode). */
    static final int PASTE = -12;
    static final int PASTE_END = -13;

    /** Added to the character that was typed with Alt. */
    static final int ALT = 1 << 24;
    /** In place of bytes that are no UTF-8. */
    static final int REPLACEMENT = 0xFFFD;

    /** What Ctrl takes from a capital letter. */
    private static final int CONTROL = 0x40;
    static final int CONTROL_A = 'A' - CONTROL;
    static final int CONTROL_B = 'B' - CONTROL;
    static final int CONTROL_C = 'C' - CONTROL;
    static final int CONTROL_D = 'D' - CONTROL;
    static final int CONTROL_E = 'E' - CONTROL;
    static final int CONTROL_F = 'F' - CONTROL;
    static final int CONTROL_G = 'G' - CONTROL;
    static final int CONTROL_K = 'K' - CONTROL;
    static final int CONTROL_L = 'L' - CONTROL;
    static final int CONTROL_N = 'N' - CONTROL;
    static final int CONTROL_P = 'P' - CONTROL;
    static final int CONTROL_R = 'R' - CONTROL;
    static final int CONTROL_T = 'T' - CONTROL;
    static final int CONTROL_U = 'U' - CONTROL;
    static final int CONTROL_W = 'W' - CONTROL;
    static final int CONTROL_Y = 'Y' - CONTROL;

    static final int TAB = '\t';
    static final int BACKSPACE = 8;
    static final int ESCAPE = 27;
    static final int RUBOUT = 127;
    private static final int LAST_C1 = 0x9F;

    private Key() {
    }

    /** A character as a text. */
    static String text(int character) {
        return new StringBuilder().appendCodePoint(character).toString();
    }

    /** Whether it can stand in a line as it is. */
    static boolean isPrintable(int key) {
        return key >= ' ' && key < RUBOUT || key > LAST_C1 && key < ALT;
    }
}
