package peaberry.tools;

import java.util.ArrayList;
import java.util.List;

/** A regular expression of POSIX (Base Definitions, chapter 9), basic or extended, as one of Java. */
public final class PosixPattern {

    private static final String WORD = "[\\p{L}\\p{Nd}_]";
    private static final String AFTER_WORD = "(?<=" + WORD + ")";
    private static final String NOT_AFTER_WORD = "(?<!" + WORD + ")";
    private static final String BEFORE_WORD = "(?=" + WORD + ")";
    private static final String NOT_BEFORE_WORD = "(?!" + WORD + ")";
    private static final int NONE = -1;

    private final String from;
    private final boolean isExtended;
    private final StringBuilder to = new StringBuilder();
    private final List<Integer> groups = new ArrayList<>();
    private int next;
    /** Where in {@link #to} that begins which an asterisk would repeat. */
    private int atom = NONE;
    private boolean isRepeated;

    private PosixPattern(String from, boolean isExtended) {
        this.from = from;
        this.isExtended = isExtended;
    }

    /** @throws UsageException if it is none */
    public static String toJava(String pattern, boolean isExtended) {
        return new PosixPattern(pattern, isExtended).translate();
    }

    /** Only that text. */
    static String ofText(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            appendLiteral(quoted, text.charAt(i));
        }
        return quoted.toString();
    }

    /** Where there is no part of a word before or behind. */
    static String asWord(String pattern) {
        return NOT_AFTER_WORD + "(?:" + pattern + ")" + NOT_BEFORE_WORD;
    }

    static String asLine(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    private String translate() {
        while (next < from.length()) {
            char c = from.charAt(next++);
            if (c != '\\') {
                plain(c);
            } else if (next == from.length()) {
                throw new UsageException("a backslash is at the end: " + from);
            } else {
                escaped(from.charAt(next++));
            }
        }
        if (!groups.isEmpty()) {
            throw new UsageException("a parenthesis is not closed: " + from);
        }
        return to.toString();
    }

    private void plain(char c) {
        if (isExtended && "(){}|+?".indexOf(c) >= 0) {
            operator(c);
            return;
        }
        switch (c) {
            case '[' -> bracket();
            case '.' -> add(".");
            case '*' -> repeat("*", c);
            case '^' -> {
                if (isExtended || next == 1 || isBefore(next - 1, "\\(") || isBefore(next - 1, "\\|")) {
                    addAnchor("^");
                } else {
                    literal(c);
                }
            }
            case '$' -> {
                if (isExtended || next == from.length() || from.startsWith("\\)", next) || from.startsWith("\\|", next)) {
                    addAnchor("$");
                } else {
                    literal(c);
                }
            }
            default -> literal(c);
        }
    }

    private boolean isBefore(int end, String text) {
        return end >= text.length() && from.startsWith(text, end - text.length());
    }

    private void escaped(char c) {
        if (!isExtended && "(){}|+?".indexOf(c) >= 0) {
            operator(c);
            return;
        }
        switch (c) {
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> add("(?:\\" + c + ")");
            case 'w' -> add(WORD);
            case 'W' -> add("[^\\p{L}\\p{Nd}_]");
            case 's' -> add("\\s");
            case 'S' -> add("\\S");
            case '<' -> addAnchor(NOT_AFTER_WORD + BEFORE_WORD);
            case '>' -> addAnchor(AFTER_WORD + NOT_BEFORE_WORD);
            case 'b' -> addAnchor("(?:" + NOT_AFTER_WORD + BEFORE_WORD + "|" + AFTER_WORD + NOT_BEFORE_WORD + ")");
            case 'B' -> addAnchor("(?:" + NOT_AFTER_WORD + NOT_BEFORE_WORD + "|" + AFTER_WORD + BEFORE_WORD + ")");
            default -> literal(c);
        }
    }

    private void operator(char c) {
        switch (c) {
            case '(' -> {
                groups.add(to.length());
                addAnchor("(");
            }
            case ')' -> close();
            case '|' -> addAnchor("|");
            case '{' -> interval();
            case '}' -> literal(c);
            default -> repeat(String.valueOf(c), c);
        }
    }

    private void close() {
        if (groups.isEmpty()) {
            if (!isExtended) {
                throw new UsageException("a parenthesis was not opened: " + from);
            }
            literal(')');
            return;
        }
        int start = groups.removeLast();
        to.append(')');
        atom = start;
        isRepeated = false;
    }

    /** {@code {1,3}}; extended, anything else in braces is text. */
    private void interval() {
        int end = from.indexOf(isExtended ? "}" : "\\}", next);
        String bounds = end < 0 ? "" : from.substring(next, end);
        if (!isInterval(bounds) || atom == NONE) {
            if (!isExtended) {
                throw new UsageException("not a number of repetitions: " + from);
            }
            literal('{');
            return;
        }
        next = end + (isExtended ? 1 : 2);
        repeat("{" + (bounds.startsWith(",") ? "0" : "") + bounds + "}", '{');
    }

    private static boolean isInterval(String bounds) {
        int commas = 0;
        int digits = 0;
        for (int i = 0; i < bounds.length(); i++) {
            char c = bounds.charAt(i);
            commas += c == ',' ? 1 : 0;
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return commas <= 1 && !bounds.isEmpty() && commas + digits == bounds.length();
    }

    /** @param itself what it is where there is nothing to repeat; extended, that is undefined, and nothing */
    private void repeat(String quantifier, char itself) {
        if (atom == NONE) {
            if (!isExtended) {
                literal(itself);
            }
            return;
        }
        if (isRepeated) { // two in a row have another meaning in Java
            to.insert(atom, "(?:").append(')');
        }
        to.append(quantifier);
        isRepeated = true;
    }

    private void add(String text) {
        atom = to.length();
        isRepeated = false;
        to.append(text);
    }

    /** What cannot be repeated. */
    private void addAnchor(String text) {
        to.append(text);
        atom = NONE;
    }

    private void literal(char c) {
        atom = to.length();
        isRepeated = false;
        appendLiteral(to, c);
        if (Character.isHighSurrogate(c) && next < from.length() && Character.isLowSurrogate(from.charAt(next))) {
            to.append(from.charAt(next++));
        }
    }

    private static void appendLiteral(StringBuilder to, char c) {
        boolean isLetterOrDigit = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
        if (c > ' ' && c < 127 && !isLetterOrDigit) {
            to.append('\\');
        }
        to.append(c);
    }

    private void bracket() {
        atom = to.length();
        isRepeated = false;
        to.append('[');
        if (next < from.length() && from.charAt(next) == '^') {
            to.append('^');
            next++;
        }
        boolean isFirst = true;
        while (next < from.length() && (isFirst || from.charAt(next) != ']')) {
            isFirst = false;
            element();
        }
        if (next == from.length()) {
            throw new UsageException("a bracket is not closed: " + from);
        }
        next++;
        to.append(']');
    }

    private void element() {
        if (from.startsWith("[:", next)) {
            to.append(ofClass(inside(":]")));
            return;
        }
        endPoint();
        if (next + 1 < from.length() && from.charAt(next) == '-' && from.charAt(next + 1) != ']') {
            next++;
            to.append('-');
            endPoint();
        }
    }

    /** A character, or {@code [.x.]} or {@code [=x=]}, which are the same here. */
    private void endPoint() {
        if (from.startsWith("[.", next) || from.startsWith("[=", next)) {
            String text = inside(from.charAt(next + 1) + "]");
            if (text.codePointCount(0, text.length()) != 1) {
                throw new UsageException("not one character: " + text);
            }
            to.append(ofText(text));
            return;
        }
        char c = from.charAt(next++);
        appendLiteral(to, c);
        if (Character.isHighSurrogate(c) && next < from.length() && Character.isLowSurrogate(from.charAt(next))) {
            to.append(from.charAt(next++));
        }
    }

    private String inside(String end) {
        int at = from.indexOf(end, next + 2);
        if (at < 0) {
            throw new UsageException("a bracket is not closed: " + from);
        }
        String text = from.substring(next + 2, at);
        next = at + 2;
        return text;
    }

    private static String ofClass(String name) {
        return switch (name) {
            case "alnum" -> "\\p{L}\\p{Nd}";
            case "alpha" -> "\\p{L}";
            case "blank" -> " \\t";
            case "cntrl" -> "\\x00-\\x1f\\x7f";
            case "digit" -> "0-9";
            case "graph" -> "\\x21-\\x7e\\p{L}\\p{Nd}";
            case "lower" -> "\\p{Ll}";
            case "print" -> "\\x20-\\x7e\\p{L}\\p{Nd}";
            case "punct" -> "\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e";
            case "space" -> "\\s";
            case "upper" -> "\\p{Lu}";
            case "xdigit" -> "0-9A-Fa-f";
            default -> throw new UsageException("there is no class [:" + name + ":]");
        };
    }
}
