package peaberry.screen;

/** What is printed on the keys of an American keyboard, by the numbers that they have in scan code set 1. */
final class UsLayout {

    /** In place of a character, of a key that writes none. */
    static final int NOTHING = 0;

    private static final int FIRST = 0x02;
    /** From {@link #FIRST} on; a blank stands for a key that is not among them. */
    private static final String PLAIN = "1234567890-=  qwertyuiop[]  asdfghjkl;'` \\zxcvbnm,./ *";
    private static final String SHIFTED = "!@#$%^&*()_+  QWERTYUIOP{}  ASDFGHJKL:\"~ |ZXCVBNM<>? *";

    private static final int ESCAPE = 0x01;
    private static final int BACKSPACE = 0x0E;
    private static final int TAB = 0x0F;
    private static final int ENTER = 0x1C;
    private static final int SPACE = 0x39;
    private static final int KEYPAD_MINUS = 0x4A;
    private static final int KEYPAD_PLUS = 0x4E;
    /** Beside the left Shift, on keyboards with a key more. */
    private static final int EXTRA = 0x56;

    private static final int ASCII_ESCAPE = 0x1B;
    private static final int ASCII_DELETE = 0x7F;

    private UsLayout() {
    }

    /** The character that a key writes, ASCII, or {@link #NOTHING}. @param key 0 to 127 */
    static int character(int key, boolean shift) {
        return switch (key) {
            case ESCAPE -> ASCII_ESCAPE;
            case BACKSPACE -> ASCII_DELETE; // as a VT100's
            case TAB -> '\t';
            case ENTER -> '\r';
            case SPACE -> ' ';
            case KEYPAD_MINUS -> '-';
            case KEYPAD_PLUS -> '+';
            case EXTRA -> shift ? '|' : '\\';
            default -> printed(key - FIRST, shift);
        };
    }

    private static int printed(int index, boolean shift) {
        if (index < 0 || index >= PLAIN.length()) {
            return NOTHING;
        }
        int character = shift ? SHIFTED.charAt(index) : PLAIN.charAt(index);
        return character == ' ' ? NOTHING : character;
    }
}
