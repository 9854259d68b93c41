package peaberry.sh.builtins;

/** The sequences with backslashes that {@code echo} and {@code printf} know. */
final class Escapes {

    private final StringBuilder out;
    private boolean ended;

    Escapes(StringBuilder out) {
        this.out = out;
    }

    /** Whether a {@code \c} said that nothing follows. */
    boolean ended() {
        return ended;
    }

    /** Writes a text with all its sequences replaced; octal numbers begin with a 0, as {@code echo} and {@code %b} have them. */
    void text(String text) {
        int next = 0;
        while (next < text.length() && !ended) {
            next = text.charAt(next) == '\\' ? sequence(text, next, true) : plain(text.charAt(next), next);
        }
    }

    private int plain(char character, int at) {
        out.append(character);
        return at + 1;
    }

    /** Writes what a sequence stands for and answers where it ends. In a format an octal number needs no 0, and there is no {@code \c}. */
    int sequence(String text, int backslash, boolean inText) {
        int next = backslash + 1;
        char letter = next < text.length() ? text.charAt(next) : 0;
        int replaced = "abefnrtv\\".indexOf(letter);
        if (letter != 0 && replaced >= 0) {
            return plain("\u0007\b\u001b\f\n\r\t\u000b\\".charAt(replaced), next);
        }
        if (letter == 'c' && inText) {
            ended = true;
            return text.length();
        }
        if (isOctal(letter) && (letter == '0' || !inText)) {
            return octal(text, inText ? next + 1 : next);
        }
        out.append('\\');
        return next;
    }

    private int octal(String text, int start) {
        int value = 0;
        int next = start;
        while (next < text.length() && next < start + 3 && isOctal(text.charAt(next))) {
            value = value * 8 + text.charAt(next++) - '0';
        }
        appendByte(value & 0xff);
        return next;
    }

    /** A byte beyond ASCII becomes what stands for one. */
    private void appendByte(int value) {
        out.append((char) (value < 0x80 ? value : 0xdc00 | value));
    }

    private static boolean isOctal(char digit) {
        return digit >= '0' && digit <= '7';
    }
}
