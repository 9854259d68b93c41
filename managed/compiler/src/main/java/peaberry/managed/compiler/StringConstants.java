package peaberry.managed.compiler;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program's texts as TeaVM writes them, in a form that C has. A character that TeaVM gives by its number, as {@code \}{@code u0085}, may be none that C lets be given so: control characters and halves of
 * surrogate pairs (C17, 6.4.3). These are given as the units of UTF-16 that they are.
 */
final class StringConstants {

    /** A backslash with what belongs to it; if it is such a character, its number is the group. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(00[0-9a-fA-F]{2}|[dD][89a-fA-F][0-9a-fA-F]{2})|.)");
    private static final int HEXADECIMAL = 16;

    private StringConstants() {
    }

    /** @param c a file of C, all of whose backslashes are in texts of {@code char16_t} */
    static String inC(String c) {
        return ESCAPE.matcher(c).replaceAll(StringConstants::unit);
    }

    /** Behind a hexadecimal number the text begins anew, since it would otherwise go on with the next digit. */
    private static String unit(MatchResult escape) {
        String number = escape.group(1);
        return number == null ? Matcher.quoteReplacement(escape.group()) : "\\\\x" + Integer.toHexString(Integer.parseInt(number, HEXADECIMAL)) + "\" u\"";
    }
}
