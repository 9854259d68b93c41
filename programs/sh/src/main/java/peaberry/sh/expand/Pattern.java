package peaberry.sh.expand;

import java.util.ArrayList;
import java.util.List;

/** A pattern of {@code *}, {@code ?}, bracket expressions and plain characters, which a backslash protects. */
public final class Pattern {

    /** What matches one character, or, as {@link #STAR}, any number. */
    @FunctionalInterface
    private interface Element {

        boolean matches(int character);
    }

    private static final Element STAR = character -> true;
    private static final Element ANY = character -> true;

    private final List<Element> elements = new ArrayList<>();

    public Pattern(String text) {
        int next = 0;
        while (next < text.length()) {
            int character = text.codePointAt(next);
            next += Character.charCount(character);
            if (character == '*') {
                elements.add(STAR);
            } else if (character == '?') {
                elements.add(ANY);
            } else if (character == '[' && Brackets.end(text, next) > 0) {
                Brackets brackets = new Brackets(text, next);
                elements.add(brackets::matches);
                next = Brackets.end(text, next);
            } else {
                if (character == '\\' && next < text.length()) {
                    character = text.codePointAt(next);
                    next += Character.charCount(character);
                }
                int plain = character;
                elements.add(other -> other == plain);
            }
        }
    }

    /** Whether something in a pattern is not plain. */
    public static boolean isNeededFor(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '*', '?', '[' -> {
                    return true;
                }
                case '\\' -> i++;
                default -> { }
            }
        }
        return false;
    }

    /** A pattern that matches just this text. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if ("*?[]\\-!^:".indexOf(text.charAt(i)) >= 0) {
                quoted.append('\\');
            }
            quoted.append(text.charAt(i));
        }
        return quoted.toString();
    }

    /** What a pattern without anything special matches. */
    public static String unquote(String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\' && i + 1 < pattern.length()) {
                i++;
            }
            text.append(pattern.charAt(i));
        }
        return text.toString();
    }

    /**
     * Whether all of a text matches. After a mismatch only the last star takes one character more: an earlier one could
     * not do better.
     */
    public boolean matches(String text) {
        int at = 0;
        int element = 0;
        int star = -1;
        int taken = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (element < elements.size() && elements.get(element) == STAR) {
                star = element++;
                taken = at;
            } else if (element < elements.size() && elements.get(element).matches(character)) {
                element++;
                at += Character.charCount(character);
            } else if (star >= 0) {
                taken += Character.charCount(text.codePointAt(taken));
                at = taken;
                element = star + 1;
            } else {
                return false;
            }
        }
        while (element < elements.size() && elements.get(element) == STAR) {
            element++;
        }
        return element == elements.size();
    }

    /** The length of the shortest or longest beginning that matches; -1 if none does. */
    int prefix(String text, Match match) {
        for (int tried = 0; tried <= text.length(); tried++) {
            int length = match == Match.SHORTEST ? tried : text.length() - tried;
            if (matches(text.substring(0, length))) {
                return length;
            }
        }
        return -1;
    }

    /** Where the shortest or longest end that matches begins; -1 if none does. */
    int suffix(String text, Match match) {
        for (int tried = 0; tried <= text.length(); tried++) {
            int start = match == Match.LONGEST ? tried : text.length() - tried;
            if (matches(text.substring(start))) {
                return start;
            }
        }
        return -1;
    }

    /** Which of several. */
    enum Match { SHORTEST, LONGEST }
}
