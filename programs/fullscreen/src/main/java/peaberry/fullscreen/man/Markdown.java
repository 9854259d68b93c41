package peaberry.fullscreen.man;

/**
 * The part of Markdown (CommonMark 0.31) that the manual's pages are written in, as lines of a terminal: headings of the first two levels, paragraphs, lists of one level with {@code *}, fenced
 * blocks, and within text {@code code}, strong words and links. Everything else is text as it is, and a test keeps it out of the pages.
 */
final class Markdown {

    private static final String INDENT = "    ";
    private static final String BULLET = "* ";
    private static final String FENCE = "```";

    /** What becomes of strong words and headings. */
    enum Looks {
        PLAIN, STYLED
    }

    private final Looks looks;
    private final int cells;
    private final StringBuilder out = new StringBuilder();
    /** The paragraph, or item of a list, that is being read. */
    private final StringBuilder block = new StringBuilder();
    private String first = INDENT;
    private boolean isBlankWanted;

    private Markdown(int cells, Looks looks) {
        this.cells = cells;
        this.looks = looks;
    }

    /** @param cells how long lines may be, but for what is in fences */
    static String render(String text, int cells, Looks looks) {
        Markdown markdown = new Markdown(cells, looks);
        boolean isFenced = false;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(FENCE)) {
                isFenced = !isFenced;
                markdown.endBlock();
                markdown.isBlankWanted = true;
            } else if (isFenced) {
                markdown.line(line.isEmpty() ? "" : INDENT + INDENT + line);
            } else {
                markdown.take(line);
            }
        }
        markdown.endBlock();
        return markdown.out.toString();
    }

    private void take(String line) {
        if (line.isEmpty()) {
            endBlock();
            isBlankWanted = true;
        } else if (line.startsWith("#")) {
            endBlock();
            isBlankWanted = true;
            line(new Inline(line.substring(line.indexOf(' ') + 1), Inline.Emphasis.STRONG, looks).whole());
        } else if (line.startsWith(BULLET)) {
            endBlock();
            first = INDENT + BULLET;
            block.append(line, BULLET.length(), line.length());
        } else {
            block.append(block.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void endBlock() {
        if (!block.isEmpty()) {
            String others = " ".repeat(first.length());
            StringBuilder row = new StringBuilder(first);
            int width = first.length();
            boolean isEmpty = true;
            for (Inline.Piece word : new Inline(block.toString(), Inline.Emphasis.NONE, looks).words()) {
                if (!isEmpty && width + 1 + word.width() > cells) {
                    line(row.toString());
                    row = new StringBuilder(others);
                    width = others.length();
                    isEmpty = true;
                }
                row.append(isEmpty ? "" : " ").append(word.text());
                width += (isEmpty ? 0 : 1) + word.width();
                isEmpty = false;
            }
            line(row.toString());
        }
        block.setLength(0);
        first = INDENT;
    }

    private void line(String line) {
        if (isBlankWanted && !out.isEmpty()) {
            out.append('\n');
        }
        isBlankWanted = false;
        out.append(line).append('\n');
    }
}
