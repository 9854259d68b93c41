package peaberry.fullscreen.less;

import java.util.regex.Pattern;

/** How lines are shown, and how they are searched: what options say. */
public final class Look {

    /** When capital letters are the same as small ones. */
    public enum Case {
        EXACT,
        /** Unless the pattern has a capital. */
        IGNORED_UNLESS_USED, IGNORED
    }

    /** Whether lines have their numbers before them. */
    public boolean hasNumbers;
    /** Whether a line that is too long goes on beyond the screen, and not in the next row. */
    public boolean isChopped;
    /** Whether control sequences that select styles do so, and are not seen. */
    public boolean hasStyles;
    public Case letters = Case.EXACT;
    /** What is shown inverse; null for nothing. */
    Pattern marked;
}
