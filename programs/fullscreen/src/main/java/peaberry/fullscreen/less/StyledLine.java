package peaberry.fullscreen.less;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaberry.fullscreen.terminal.Glyph;
import peaberry.fullscreen.terminal.Screen;
import peaberry.fullscreen.terminal.Style;

/** A line with the style of each of its characters, and how it is divided into rows of a screen. */
final class StyledLine {

    private static final char ESCAPE = 27;

    private final String text;
    private final int[] styles;

    private StyledLine(String text, int[] styles) {
        this.text = text;
        this.styles = styles;
    }

    static StyledLine plain(String text) {
        return new StyledLine(text, new int[text.length()]);
    }

    /** Of a line in which control sequences select styles (SGR of ECMA-48), which are not part of its text. All other control characters are. */
    static StyledLine withStyles(String line) {
        StringBuilder text = new StringBuilder();
        int[] styles = new int[line.length()];
        int style = Style.PLAIN;
        int next = 0;
        while (next < line.length()) {
            int end = endOfSequence(line, next);
            if (end > next) {
                style = select(style, line.substring(next + 2, end - 1));
                next = end;
            } else {
                styles[text.length()] = style;
                text.append(line.charAt(next++));
            }
        }
        return new StyledLine(text.toString(), Arrays.copyOf(styles, text.length()));
    }

    /** Behind the sequence that begins there; the same place if none does. */
    private static int endOfSequence(String line, int start) {
        if (line.charAt(start) != ESCAPE || !line.startsWith("[", start + 1)) {
            return start;
        }
        int end = start + 2;
        while (end < line.length() && (line.charAt(end) >= '0' && line.charAt(end) <= '9' || line.charAt(end) == ';')) {
            end++;
        }
        return end < line.length() && line.charAt(end) == 'm' ? end + 1 : start;
    }

    private static int select(int style, String numbers) {
        int selected = style;
        int number = 0;
        for (int i = 0; i <= numbers.length(); i++) {
            if (i == numbers.length() || numbers.charAt(i) == ';') {
                selected = Style.select(selected, number);
                number = 0;
            } else {
                number = Math.min(number, 999) * 10 + numbers.charAt(i) - '0';
            }
        }
        return selected;
    }

    String text() {
        return text;
    }

    /** Turns what a pattern matches inverse. */
    void mark(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                styles[i] ^= Style.INVERSE;
            }
        }
    }

    /** Where each row begins if the line is divided so that none takes more cells: indices into the text. There is at least one. */
    List<Integer> rows(int cells) {
        List<Integer> rows = new ArrayList<>();
        rows.add(0);
        int column = 0;
        int rowColumn = 0;
        int next = 0;
        while (next < text.length()) {
            int point = text.codePointAt(next);
            int width = Glyph.width(point, column);
            if (column - rowColumn + width > cells && column > rowColumn) {
                rows.add(next);
                rowColumn = column;
                width = Glyph.width(point, column);
            }
            column += width;
            next += Character.charCount(point);
        }
        return rows;
    }

    /**
     * Draws a part of it.
     *
     * @param start    index of the first character
     * @param end      index behind the last one
     * @param skipped  so many cells at the left are not seen
     */
    void draw(Screen screen, int row, int column, int start, int end, int skipped) {
        int first = Glyph.width(text, start);
        int at = first;
        int next = start;
        while (next < end) {
            int point = text.codePointAt(next);
            String glyph = Glyph.of(point, at);
            int width = Glyph.width(point, at);
            int seen = at - first - skipped;
            int style = Glyph.isReplaced(point) ? styles[next] ^ Style.INVERSE : styles[next];
            if (seen >= 0) {
                screen.put(row, column + seen, glyph, style);
            } else if (seen + width > 0) {
                screen.put(row, column, glyph.length() > 1 && glyph.length() == width ? glyph.substring(-seen) : " ".repeat(seen + width), style);
            }
            at += width;
            next += Character.charCount(point);
        }
    }
}
