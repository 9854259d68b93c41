package peaberry.fullscreen.terminal;

/**
 * A key that was pressed.
 *
 * @param code of a character its code point, or a lone surrogate in place of a byte that is not UTF-8; with {@link Name#CONTROL} the letter or sign on the key; with {@link Name#FUNCTION}
 *             its number; else 0
 */
public record Key(Name name, int code, Modifier modifier) implements Event {

    /** Which key, or what kind of key. */
    public enum Name {
        CHARACTER, CONTROL, ENTER, TAB, BACKSPACE, ESCAPE, UP, DOWN, LEFT, RIGHT, HOME, END, PAGE_UP, PAGE_DOWN, INSERT, DELETE, FUNCTION,
        /** What has no meaning here. */
        UNKNOWN
    }

    /** What was held down with it. That of a letter with Control is the key's name. */
    public enum Modifier {
        NONE, SHIFT, ALT, CONTROL
    }

    public static Key of(Name name) {
        return new Key(name, 0, Modifier.NONE);
    }

    public static Key character(int codePoint) {
        return new Key(Name.CHARACTER, codePoint, Modifier.NONE);
    }

    /** @param letter a capital one, or one of {@code @[\]^_} */
    public static Key control(char letter) {
        return new Key(Name.CONTROL, letter, Modifier.NONE);
    }

    public Key with(Modifier other) {
        return new Key(name, code, other);
    }

    /** Whether it is a character by itself, which can be inserted. */
    public boolean isText() {
        return name == Name.CHARACTER && modifier == Modifier.NONE;
    }

    public String text() {
        return new StringBuilder().appendCodePoint(code).toString();
    }
}
