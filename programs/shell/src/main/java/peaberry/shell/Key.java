package peaberry.shell;

/**
 * What a key press is to the line editor: a Unicode character, where those below a space are the control keys, or one
 * of the negative numbers below.
 */
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
    static final int CONTROL_K = 'K' - CONTROL;
    static final int CONTROL_L = 'L' - CONTROL;
    static final int CONTROL_N = 'N' - CONTROL;
    static final int CONTROL_P = 'P' - CONTROL;
    static final int CONTROL_U = 'U' - CONTROL;
    static final int CONTROL_W = 'W' - CONTROL;
    static final int BACKSPACE = 0x08;
    static final int ESCAPE = 0x1B;
    static final int RUBOUT = 0x7F;

    private Key() {
    }

    /** Whether it can stand in a line: no control key, neither of ASCII nor of Latin-1. */
    static boolean isPrintable(int key) {
        return key >= ' ' && (key < RUBOUT || key >= 0xA0);
    }
}
