package peaberry.tools;

import java.util.Arrays;

/**
 * A set of characters as {@code tr} is given it: in an order, with ranges, escapes, classes such as {@code [:digit:]}, and {@code [x*n]}. Classes have only characters of ASCII.
 */
final class CharacterSet {

    private static final int NONE = -1;
    private static final int ASCII = 128;

    private final String from;
    private int next;
    private int[] characters = new int[16];
    private int count;
    /** Is repeated as often as the other set is longer, at a place. */
    private int filler = NONE;
    private int fillAt;
    private boolean hasCase;

    CharacterSet(String from) {
        this.from = from;
        while (next < from.length()) {
            if (!readBracket()) {
                readRange();
            }
        }
    }

    int size() {
        return count;
    }

    int at(int index) {
        return characters[index];
    }

    boolean has(int character) {
        for (int i = 0; i < count; i++) {
            if (characters[i] == character) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has {@code [:lower:]} or {@code [:upper:]}, which stand for each other's letters in their order. */
    boolean hasCase() {
        return hasCase;
    }

    /** Makes it as long as another one, by what is to be repeated or else the last character. */
    void fillTo(int size) {
        if (size <= count || count == 0 && filler == NONE) {
            return;
        }
        int added = size - count;
        int at = filler == NONE ? count : fillAt;
        int value = filler == NONE ? characters[count - 1] : filler;
        int[] filled = Arrays.copyOf(characters, size);
        System.arraycopy(characters, at, filled, at + added, count - at);
        Arrays.fill(filled, at, at + added, value);
        characters = filled;
        count = size;
    }

    private void add(int character) {
        if (count == characters.length) {
            characters = Arrays.copyOf(characters, 2 * count);
        }
        characters[count++] = character;
    }

    /** {@code [:class:]}, {@code [=x=]} or {@code [x*n]}. Answers whether there was one. */
    private boolean readBracket() {
        if (from.charAt(next) != '[') {
            return false;
        }
        int start = next;
        if (from.startsWith("[:", start) && from.indexOf(":]", start + 2) > 0) {
            int end = from.indexOf(":]", start + 2);
            addClass(from.substring(start + 2, end));
            next = end + 2;
            return true;
        }
        if (from.startsWith("[=", start) && from.indexOf("=]", start + 3) > 0) {
            next = start + 2;
            add(readCharacter());
            if (!from.startsWith("=]", next)) {
                throw new UsageException("not one character: " + from);
            }
            next += 2;
            return true;
        }
        if (readRepetition(start)) {
            return true;
        }
        next = start;
        return false;
    }

    private boolean readRepetition(int start) {
        next = start + 1;
        if (next >= from.length()) {
            return false;
        }
        int character = readCharacter();
        int end = from.indexOf(']', next);
        if (end < 0 || from.charAt(next) != '*') {
            return false;
        }
        String digits = from.substring(next + 1, end);
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        next = end + 1;
        int times = digits.isEmpty() ? 0 : Integer.parseInt(digits, digits.startsWith("0") ? 8 : 10);
        if (times == 0) {
            filler = character;
            fillAt = count;
        }
        for (int i = 0; i < times; i++) {
            add(character);
        }
        return true;
    }

    private void readRange() {
        int first = readCharacter();
        if (next + 1 >= from.length() || from.charAt(next) != '-') {
            add(first);
            return;
        }
        next++;
        int last = readCharacter();
        if (last < first) {
            throw new UsageException("a range ends before it begins: " + from);
        }
        for (int character = first; character <= last; character++) {
            add(character);
        }
    }

    private int readCharacter() {
        int character = from.codePointAt(next);
        next += Character.charCount(character);
        if (character != '\\' || next == from.length()) {
            return character;
        }
        character = from.codePointAt(next);
        next += Character.charCount(character);
        return switch (character) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case '0', '1', '2', '3', '4', '5', '6', '7' -> readOctal(character - '0');
            default -> character;
        };
    }

    /** Up to two more digits; what is no character of ASCII is that byte. */
    private int readOctal(int first) {
        int value = first;
        for (int more = 0; more < 2 && next < from.length() && from.charAt(next) >= '0' && from.charAt(next) <= '7' && value < 32; more++) {
            value = value * 8 + from.charAt(next++) - '0';
        }
        return value < ASCII ? value : 0xdc00 | value;
    }

    private void addClass(String name) {
        hasCase |= name.equals("lower") || name.equals("upper");
        int before = count;
        for (int character = 0; character < ASCII; character++) {
            if (isOf(name, character)) {
                add(character);
            }
        }
        if (count == before) {
            throw new UsageException("there is no class [:" + name + ":]");
        }
    }

    private static boolean isOf(String name, int c) {
        boolean isDigit = c >= '0' && c <= '9';
        boolean isUpper = c >= 'A' && c <= 'Z';
        boolean isLower = c >= 'a' && c <= 'z';
        boolean isGraphic = c > ' ' && c < 127;
        return switch (name) {
            case "alnum" -> isDigit || isUpper || isLower;
            case "alpha" -> isUpper || isLower;
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < ' ' || c == 127;
            case "digit" -> isDigit;
            case "graph" -> isGraphic;
            case "lower" -> isLower;
            case "print" -> isGraphic || c == ' ';
            case "punct" -> isGraphic && !isDigit && !isUpper && !isLower;
            case "space" -> c == ' ' || c >= '\t' && c <= '\r';
            case "upper" -> isUpper;
            case "xdigit" -> isDigit || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f';
            default -> false;
        };
    }
}
