package peaberry.image.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import peaberry.image.system.TomlValue.Table;

/** Goes through the text of a TOML document: blanks, comments, keys and values ("TOML v1.0.0", toml.io). */
final class TomlScanner {

    /** What is wrong, and where; the message does not name the place. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;
        private final int line;

        private Malformed(int line, String text) {
            super(text);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9A-Fa-f](_?[0-9A-Fa-f])*");
    private static final Pattern OTHER_BASE = Pattern.compile("0[ob][0-9_]+");
    private static final Pattern DATE_OR_TIME = Pattern.compile("[0-9]{4}-[0-9].*|[0-9]{2}:[0-9].*");
    private static final Pattern FRACTION = Pattern.compile("[+-]?(inf|nan|[0-9][0-9_]*([.eE].*))");

    /** How deep arrays and inline tables may stand in each other. */
    private static final int MAX_DEPTH = 16;
    private static final char END = 0;
    private static final char DELETE = 0x7F;
    private static final int SHORT_ESCAPE = 4;
    private static final int LONG_ESCAPE = 8;
    private static final int HEX = 16;

    private final String text;
    private int position;
    private int line = 1;
    private int depth;

    TomlScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** The line that is being read, counted from 1. */
    int line() {
        return line;
    }

    /** Whether nothing but a comment follows on the line. */
    boolean atLineEnd() {
        return atEnd() || peek() == '#' || peek() == '\n' || peek() == '\r';
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            position++;
        }
    }

    /** Whether this character was next, which is then behind us. */
    boolean skip(char expected) {
        boolean found = !atEnd() && peek() == expected;
        if (found) {
            position++;
        }
        return found;
    }

    /** Goes on to the next line, whatever is on this one. */
    void skipLine() {
        depth = 0;
        while (!atEnd() && peek() != '\n') {
            position++;
        }
        if (skip('\n')) {
            line++;
        }
    }

    /** Goes on to the next line; there may be only a comment on this one. */
    void endLine() throws Malformed {
        skipBlanks();
        comment();
        if (!atEnd() && !newline()) {
            throw malformed("nothing is expected here but the end of the line: " + shown());
        }
    }

    /** @param after what the character has to follow, in a user's words */
    void require(char expected, String after) throws Malformed {
        if (!skip(expected)) {
            throw malformed("'" + expected + "' is missing after " + after);
        }
    }

    Malformed malformed(String problem) {
        return new Malformed(line, problem);
    }

    /** Something that TOML has and declarations do without. @param plural what it is called */
    Malformed refused(String plural) {
        return malformed(plural + " are not read here");
    }

    /** A key, with quotes or without. */
    String key() throws Malformed {
        if (peek() == '"') {
            return basicString().text();
        }
        if (peek() == '\'') {
            return literalString().text();
        }
        int start = position;
        while (isKeyCharacter(peek())) {
            position++;
        }
        if (start == position) {
            throw malformed("a key is missing: " + shown());
        }
        return text.substring(start, position);
    }

    /** {@code key = value}, which is put into the table. */
    void entry(Table table) throws Malformed {
        String key = key();
        skipBlanks();
        if (peek() == '.') {
            throw refused("dotted keys");
        }
        require('=', "the key '" + key + "'");
        skipBlanks();
        TomlValue known = table.entries().get(key);
        TomlValue value = value();
        if (known != null) {
            throw new Malformed(value.line(), "'" + key + "' is there twice, first in line " + known.line());
        }
        table.entries().put(key, value);
    }

    private TomlValue value() throws Malformed {
        return switch (peek()) {
            case '"' -> basicString();
            case '\'' -> literalString();
            case '[' -> array();
            case '{' -> inlineTable();
            default -> word();
        };
    }

    private TomlValue word() throws Malformed {
        int start = position;
        while (!atLineEnd() && " \t,]}".indexOf(peek()) < 0) {
            position++;
        }
        String word = text.substring(start, position);
        if (word.equals("true") || word.equals("false")) {
            return new TomlValue.Truth(word.equals("true"), line);
        }
        if (DECIMAL.matcher(word).matches()) {
            return number(word, word.replace("_", ""), 10);
        }
        if (HEXADECIMAL.matcher(word).matches()) {
            return number(word, word.substring(2).replace("_", ""), HEX);
        }
        if (OTHER_BASE.matcher(word).matches()) {
            throw refused("octal and binary numbers");
        }
        if (DATE_OR_TIME.matcher(word).matches()) {
            throw refused("dates and times");
        }
        if (FRACTION.matcher(word).matches()) {
            throw refused("numbers with a fraction or an exponent");
        }
        throw malformed(word.isEmpty() ? "a value is missing: " + shown() : "this is no value: " + word);
    }

    private TomlValue number(String word, String digits, int base) throws Malformed {
        try {
            return new TomlValue.Number(Long.parseLong(digits, base), line);
        } catch (NumberFormatException tooLarge) {
            throw malformed("this number has more than 64 bits: " + word);
        }
    }

    private TomlValue array() throws Malformed {
        int begin = line;
        List<TomlValue> elements = new ArrayList<>();
        position++;
        goDeeper();
        skipLines();
        while (!skip(']')) {
            elements.add(value());
            skipLines();
            if (!skip(',') && peek() != ']') {
                throw malformed("',' or ']' is missing in the array that begins in line " + begin);
            }
            skipLines();
        }
        depth--;
        return new TomlValue.Array(elements, begin);
    }

    /** It stands on one line and ends without a comma, as TOML 1.0 wants it. */
    private TomlValue inlineTable() throws Malformed {
        Map<String, TomlValue> entries = new LinkedHashMap<>();
        Table table = new Table(entries, line);
        position++;
        goDeeper();
        skipBlanks();
        if (!skip('}')) {
            do {
                skipBlanks();
                entry(table);
                skipBlanks();
            } while (skip(','));
            require('}', "the last entry of the table");
        }
        depth--;
        return table;
    }

    private void goDeeper() throws Malformed {
        depth++;
        if (depth > MAX_DEPTH) {
            throw malformed("arrays and tables are nested too deeply");
        }
    }

    private TomlValue.Text literalString() throws Malformed {
        int start = ++position;
        while (peek() != '\'') {
            requireStringCharacter();
            position++;
        }
        String content = text.substring(start, position++);
        refuseSeveralLines(content, '\'');
        return new TomlValue.Text(content, line);
    }

    private TomlValue.Text basicString() throws Malformed {
        StringBuilder content = new StringBuilder();
        position++;
        while (peek() != '"') {
            requireStringCharacter();
            char next = text.charAt(position++);
            if (next == '\\') {
                escape(content);
            } else {
                content.append(next);
            }
        }
        position++;
        refuseSeveralLines(content, '"');
        return new TomlValue.Text(content.toString(), line);
    }

    /** A third quotation mark begins a string of several lines. */
    private void refuseSeveralLines(CharSequence content, char quote) throws Malformed {
        if (content.isEmpty() && peek() == quote) {
            throw refused("strings of several lines");
        }
    }

    private void requireStringCharacter() throws Malformed {
        if (atEnd() || peek() == '\n' || peek() == '\r') {
            throw malformed("the string does not end on its line");
        }
        if (isControl(peek())) {
            throw malformed("a string must not contain control characters");
        }
    }

    private void escape(StringBuilder content) throws Malformed {
        char kind = peek();
        position += atEnd() ? 0 : 1;
        switch (kind) {
            case 'b' -> content.append('\b');
            case 't' -> content.append('\t');
            case 'n' -> content.append('\n');
            case 'f' -> content.append('\f');
            case 'r' -> content.append('\r');
            case '"', '\\' -> content.append(kind);
            case 'u' -> content.appendCodePoint(codePoint(SHORT_ESCAPE));
            case 'U' -> content.appendCodePoint(codePoint(LONG_ESCAPE));
            default -> throw malformed("a string has no escape \\" + kind);
        }
    }

    private int codePoint(int digits) throws Malformed {
        String hex = text.substring(position, Math.min(position + digits, text.length()));
        if (!hex.matches("[0-9A-Fa-f]{" + digits + "}")) {
            throw malformed("an escape needs " + digits + " hexadecimal digits");
        }
        long value = Long.parseLong(hex, HEX);
        boolean isScalar = value <= Character.MAX_CODE_POINT && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE);
        if (!isScalar) {
            throw malformed("there is no character " + hex);
        }
        position += digits;
        return (int) value;
    }

    /** Skips blanks, comments and ends of lines. */
    private void skipLines() throws Malformed {
        do {
            skipBlanks();
            comment();
        } while (newline());
    }

    private void comment() throws Malformed {
        if (peek() == '#' && !atEnd()) {
            while (!atEnd() && peek() != '\n' && !text.startsWith("\r\n", position)) {
                if (isControl(peek())) {
                    throw malformed("a comment must not contain control characters");
                }
                position++;
            }
        }
    }

    private boolean newline() {
        boolean found = text.startsWith("\r\n", position) || peek() == '\n';
        if (found) {
            position += peek() == '\r' ? 2 : 1;
            line++;
        }
        return found;
    }

    private char peek() {
        return atEnd() ? END : text.charAt(position);
    }

    private String shown() {
        if (atEnd()) {
            return "the file ends";
        }
        return isControl(peek()) ? "a control character" : text.substring(position).lines().findFirst().orElse("").strip();
    }

    private static boolean isControl(char character) {
        return character < ' ' && character != '\t' || character == DELETE;
    }

    private static boolean isKeyCharacter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9' || character == '_' || character == '-';
    }
}
