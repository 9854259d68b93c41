package peaberry.screen;

/**
 * From the scan codes of set 1, which a PC's keyboard controller makes of the keyboard's own, to the bytes that a terminal sends (IBM PS/2
 * Hardware Interface Technical Reference, "Keyboards (101- and 102-Key)"; ECMA-48 for the cursor keys, and VT220 for those with numbers).
 *
 * <p>A code is a key's number when it is pressed, and again while it is held down; with bit 7 when it is released. A prefix tells the keys
 * that the first keyboards did not have from those that they had. The keyboard's answers to commands are among the codes of releases, and mean nothing here; that
 * of a passed self-test releases the left Shift, which is up then. Keys of the keypad are cursor keys.
 *
 * <p>After a lost code at most the next key is misread; a Shift or Control whose release was lost is down until it is released once more.
 */
final class ScanCodes {

    /** In place of a byte. */
    static final int NOTHING = -1;

    private static final int EXTENDED = 0xE0;
    private static final int PAUSE = 0xE1;
    /** How many codes belong to {@link #PAUSE}, which comes twice. */
    private static final int PAUSE_CODES = 2;
    /** The keyboard could not keep up: codes are lost. Set 1 has the one, the other sets have the other. */
    private static final int OVERRUN = 0xFF;
    private static final int OVERRUN_OF_OTHER_SETS = 0;
    private static final int RELEASED = 0x80;

    private static final int CONTROL = 0x1D;
    private static final int LEFT_SHIFT = 0x2A;
    private static final int RIGHT_SHIFT = 0x36;
    private static final int CAPS_LOCK = 0x3A;
    private static final int ENTER = 0x1C;
    private static final int SLASH = 0x35;

    private static final int HOME = 0x47;
    private static final int UP = 0x48;
    private static final int PAGE_UP = 0x49;
    private static final int LEFT = 0x4B;
    private static final int RIGHT = 0x4D;
    private static final int END = 0x4F;
    private static final int DOWN = 0x50;
    private static final int PAGE_DOWN = 0x51;
    private static final int INSERT = 0x52;
    private static final int DELETE = 0x53;

    /** What Control leaves of a character. */
    private static final int CONTROL_BITS = 0x1F;
    private static final int ESCAPE = 0x1B;

    private boolean extended;
    private int codesToSkip;
    private boolean leftShift;
    private boolean rightShift;
    private boolean leftControl;
    private boolean rightControl;
    private boolean capsLockDown;
    private boolean capitals;

    /** The longest is Escape, a bracket, a digit and a tilde. */
    private final int[] typed = new int[4];
    private int typedCount;
    private int typedRead;

    /** Takes a code, 0 to 255. Only when {@link #next} has no more. */
    void take(int code) {
        typedCount = 0;
        typedRead = 0;
        if (code == OVERRUN || code == OVERRUN_OF_OTHER_SETS) {
            lose();
        } else if (code == EXTENDED) {
            extended = true;
            codesToSkip = 0;
        } else if (code == PAUSE) {
            extended = false;
            codesToSkip = PAUSE_CODES;
        } else if (codesToSkip > 0) {
            codesToSkip--;
        } else {
            boolean isExtended = extended;
            extended = false;
            turn(code & ~RELEASED, isExtended, (code & RELEASED) == 0);
        }
    }

    /** Takes note that codes are lost: no key counts as down. */
    void lose() {
        extended = false;
        codesToSkip = 0;
        leftShift = false;
        rightShift = false;
        leftControl = false;
        rightControl = false;
        capsLockDown = false;
    }

    /** The next byte of what the code made, or {@link #NOTHING}. */
    int next() {
        return typedRead < typedCount ? typed[typedRead++] : NOTHING;
    }

    private void turn(int key, boolean isExtended, boolean pressed) {
        switch (key) {
            // Extended, these come with other keys for the sake of programs that know the first keyboards only.
            case LEFT_SHIFT -> leftShift = isExtended ? leftShift : pressed;
            case RIGHT_SHIFT -> rightShift = isExtended ? rightShift : pressed;
            case CONTROL -> control(isExtended, pressed);
            case CAPS_LOCK -> {
                capitals ^= pressed && !capsLockDown;
                capsLockDown = pressed;
            }
            default -> {
                if (pressed) {
                    press(key, isExtended);
                }
            }
        }
    }

    private void control(boolean isRight, boolean pressed) {
        if (isRight) {
            rightControl = pressed;
        } else {
            leftControl = pressed;
        }
    }

    private void press(int key, boolean isExtended) {
        switch (key) {
            case UP -> cursorKey('A');
            case DOWN -> cursorKey('B');
            case RIGHT -> cursorKey('C');
            case LEFT -> cursorKey('D');
            case END -> cursorKey('F');
            case HOME -> cursorKey('H');
            case INSERT -> numberedKey('2');
            case DELETE -> numberedKey('3');
            case PAGE_UP -> numberedKey('5');
            case PAGE_DOWN -> numberedKey('6');
            default -> {
                if (!isExtended || key == ENTER || key == SLASH) {
                    pressCharacter(key, isExtended);
                }
            }
        }
    }

    private void pressCharacter(int key, boolean isExtended) {
        boolean shift = (leftShift || rightShift) && !isExtended;
        int character = UsLayout.character(key, shift);
        if (capitals && isLetter(character)) {
            character = UsLayout.character(key, !shift);
        }
        if (character != UsLayout.NOTHING) {
            boolean hasControl = isLetter(character) || character >= '@' && character <= '_';
            type((leftControl || rightControl) && hasControl ? character & CONTROL_BITS : character);
        }
    }

    private void cursorKey(int last) {
        type(ESCAPE);
        type('[');
        type(last);
    }

    private void numberedKey(int number) {
        cursorKey(number);
        type('~');
    }

    private void type(int value) {
        typed[typedCount++] = value;
    }

    private static boolean isLetter(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }
}
