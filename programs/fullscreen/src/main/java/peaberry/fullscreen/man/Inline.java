package peaberry.fullscreen.man;

import java.util.ArrayList;
import java.util.List;
import peaberry.fullscreen.terminal.Glyph;
import peaberry.fullscreen.terminal.Style;

/** A piece of text of {@link Markdown} with what stands out in it. A backslash takes its meaning from a sign. */
final class Inline {

    /** How a piece stands out. */
    enum Emphasis {
        NONE(Style.PLAIN), CODE(Style.BOLD), STRONG(Style.BOLD), LINK(Style.UNDERLINED);

        private final int style;

        Emphasis(int style) {
            this.style = style;
        }
    }

    /**
     * A word.
     *
     * @param text  with control sequences, if there are any
     * @param width in cells
     */
    record Piece(String text, int width) {
    }

    private final String from;
    private final Emphasis basic;
    private final Markdown.Looks looks;
    private final List<Piece> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int width;
    private int style;

    Inline(String from, Emphasis basic, Markdown.Looks looks) {
        this.from = from;
        this.basic = basic;
        this.looks = looks;
    }

    /** What stands between blanks; code is not divided. */
    List<Piece> words() {
        text(from, basic);
        endWord();
        return words;
    }

    /** All words in one line. */
    String whole() {
        StringBuilder line = new StringBuilder();
        for (Piece piece : words()) {
            line.append(line.isEmpty() ? "" : " ").append(piece.text());
        }
        return line.toString();
    }

    private void text(String text, Emphasis emphasis) {
        int next = 0;
        while (next < text.length()) {
            char c = text.charAt(next);
            int end = end(text, next);
            if (c == '\\' && next + 1 < text.length()) {
                put(text.charAt(next + 1), emphasis);
                next += 2;
            } else if (c == '`' && end > 0) {
                for (int i = next + 1; i < end; i++) {
                    put(text.charAt(i), Emphasis.CODE);
                }
                next = end + 1;
            } else if (c == '*' && end > 0) {
                text(text.substring(next + 2, end), Emphasis.STRONG);
                next = end + 2;
            } else if (c == '[' && end > 0) {
                text(text.substring(next + 1, end), emphasis == Emphasis.NONE ? Emphasis.LINK : emphasis);
                next = text.indexOf(')', end) + 1;
            } else if (c == ' ') {
                endWord();
                next++;
            } else {
                put(c, emphasis);
                next++;
            }
        }
    }

    /** Where that ends which begins there; not positive if nothing does. */
    private static int end(String text, int start) {
        return switch (text.charAt(start)) {
            case '`' -> text.indexOf('`', start + 1);
            case '*' -> text.startsWith("**", start) ? text.indexOf("**", start + 2) : 0;
            case '[' -> {
                int end = text.indexOf("](", start);
                yield end < 0 || text.indexOf(')', end) < 0 ? 0 : end;
            }
            default -> 0;
        };
    }

    private void put(char c, Emphasis emphasis) {
        select(emphasis.style);
        word.append(c);
        width += Character.isLowSurrogate(c) ? 1 : Character.isHighSurrogate(c) ? 1 : Glyph.width(c, 0);
    }

    private void select(int wanted) {
        if (looks == Markdown.Looks.STYLED && wanted != style) {
            word.append(wanted == Style.PLAIN ? "\033[m" : Style.sequence(wanted));
        }
        style = wanted;
    }

    private void endWord() {
        if (!word.isEmpty()) {
            select(Style.PLAIN);
            words.add(new Piece(word.toString(), width));
            word.setLength(0);
            width = 0;
        }
    }
}
