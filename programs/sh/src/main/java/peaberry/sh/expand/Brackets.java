package peaberry.sh.expand;

import java.util.ArrayList;
import java.util.List;

/** A bracket expression of a pattern: characters, ranges and classes, or all but these. */
final class Brackets {

    private record Range(int first, int last) {}

    private final boolean isNegated;
    private final List<Range> ranges = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();

    /** @param start behind the bracket, in a text where it has an {@link #end} */
    Brackets(String text, int start) {
        int next = start;
        isNegated = isNegation(text, start);
        next += isNegated ? 1 : 0;
        int end = end(text, start) - 1;
        while (next < end) {
            if (text.startsWith("[:", next) && text.indexOf(":]", next + 2) > 0) {
                int close = text.indexOf(":]", next + 2);
                classes.add(text.substring(next + 2, close));
                next = close + 2;
                continue;
            }
            next += skipBackslash(text, next, end);
            int first = text.codePointAt(next);
            next += Character.charCount(first);
            int last = first;
            if (next + 1 < end && text.charAt(next) == '-') {
                next++;
                next += skipBackslash(text, next, end);
                last = text.codePointAt(next);
                next += Character.charCount(last);
            }
            ranges.add(new Range(first, last));
        }
    }

    private static int skipBackslash(String text, int at, int end) {
        return text.charAt(at) == '\\' && at + 1 < end ? 1 : 0;
    }

    private static boolean isNegation(String text, int at) {
        return at < text.length() && text.charAt(at) == '!';
    }

    /** The place behind the bracket that closes, -1 if none does. A bracket that comes first is a plain one. */
    static int end(String text, int start) {
        int first = start + (isNegation(text, start) ? 1 : 0);
        int next = first;
        while (next < text.length()) {
            if (text.charAt(next) == ']' && next > first) {
                return next + 1;
            }
            if (text.startsWith("[:", next) && text.indexOf(":]", next + 2) > 0) {
                next = text.indexOf(":]", next + 2) + 2;
            } else {
                next += text.charAt(next) == '\\' ? 2 : 1;
            }
        }
        return -1;
    }

    boolean matches(int character) {
        return isIn(character) != isNegated;
    }

    private boolean isIn(int character) {
        for (Range range : ranges) {
            if (character >= range.first && character <= range.last) {
                return true;
            }
        }
        for (String name : classes) {
            if (isOfClass(character, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfClass(int character, String name) {
        return switch (name) {
            case "alpha" -> Character.isLetter(character);
            case "digit" -> character >= '0' && character <= '9';
            case "alnum" -> Character.isLetterOrDigit(character);
            case "upper" -> Character.isUpperCase(character);
            case "lower" -> Character.isLowerCase(character);
            case "space" -> character == ' ' || character >= '\t' && character <= '\r';
            case "blank" -> character == ' ' || character == '\t';
            case "punct" -> character > ' ' && character < 0x7f && !Character.isLetterOrDigit(character);
            case "cntrl" -> character < ' ' || character == 0x7f;
            case "print" -> character >= ' ' && character != 0x7f;
            case "graph" -> character > ' ' && character != 0x7f;
            case "xdigit" -> Character.digit(character, 16) >= 0 && character < 0x7f;
            default -> false;
        };
    }
}
