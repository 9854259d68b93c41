package peaberry.fullscreen.terminal;

/** How a character of a text is shown: a tab as blanks, another control character as {@code ^X}, a byte that is not UTF-8 as {@code <XX>}, all others as they are. */
public final class Glyph {

    private static final int TAB = 8;
    private static final int DELETE = 0x7f;
    private static final int LAST_CONTROL = 0x9f;
    private static final String DIGITS = "0123456789ABCDEF";
    private static final String BLANKS = " ".repeat(TAB);

    private Glyph() {
    }

    /** Whether something stands for it. */
    public static boolean isReplaced(int point) {
        return point < ' ' && point != '\t' || point >= DELETE && point <= LAST_CONTROL || isByte(point);
    }

    private static boolean isByte(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** What is shown, at a column of the text. */
    public static String of(int point, int column) {
        if (point == '\t') {
            return BLANKS.substring(column % TAB);
        }
        if (isByte(point) || point > DELETE && point <= LAST_CONTROL) {
            return "<" + DIGITS.charAt(point >>> 4 & 15) + DIGITS.charAt(point & 15) + ">";
        }
        if (point < ' ' || point == DELETE) {
            return "^" + (char) (point ^ '@');
        }
        return new StringBuilder().appendCodePoint(point).toString();
    }

    /** How many cells that takes. */
    public static int width(int point, int column) {
        if (point >= ' ' && point < DELETE) {
            return 1;
        }
        return point == '\t' || isReplaced(point) ? of(point, column).length() : Width.of(point);
    }

    /** How many cells a text takes up to an index. */
    public static int width(CharSequence text, int end) {
        int column = 0;
        int next = 0;
        while (next < end) {
            int point = Character.codePointAt(text, next);
            next += Character.charCount(point);
            column += width(point, column);
        }
        return column;
    }
}
