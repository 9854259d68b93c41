package peaberry.sh.syntax;

import java.util.ArrayList;
import java.util.List;

/** Here-documents whose operators were read on this line; their texts follow the line. */
final class PendingDocuments {

    private final List<Expected> expected = new ArrayList<>();
    private boolean cutShort;

    /**
     * @param isLiteral nothing in the text is expanded, as some of the delimiter was quoted
     * @param stripsTabs the operator was {@code <<-}
     */
    private record Expected(HereDocument document, String delimiter, boolean isLiteral, boolean stripsTabs) {}

    void expect(HereDocument document, Word delimiter, boolean stripsTabs, int line) {
        StringBuilder text = new StringBuilder();
        boolean isLiteral = addPlain(delimiter.parts(), text, line);
        expected.add(new Expected(document, text.toString(), isLiteral, stripsTabs));
    }

    /** Answers whether something was quoted. */
    private static boolean addPlain(List<Part> parts, StringBuilder text, int line) {
        boolean quoted = false;
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> text.append(literal.text());
                case Part.Quoted literal -> {
                    text.append(literal.text());
                    quoted = true;
                }
                case Part.DoubleQuoted several -> {
                    addPlain(several.parts(), text, line);
                    quoted = true;
                }
                default -> throw new SyntaxException(line, "what ends a here-document has to be plain text");
            }
        }
        return quoted;
    }

    int size() {
        return expected.size();
    }

    /** Forgets those that came later. */
    void shorten(int size) {
        expected.subList(size, expected.size()).clear();
    }

    /** Takes over what another line, which ended without a line feed, still expects. */
    void takeFrom(PendingDocuments inner) {
        expected.addAll(inner.expected);
        inner.expected.clear();
        cutShort |= inner.cutShort;
    }

    /** Whether a text went to the end of the input without its delimiter. */
    boolean isCutShort() {
        return cutShort;
    }

    /** Reads the texts; the line has just ended. */
    void read(Cursor cursor) {
        List<Expected> toRead = List.copyOf(expected);
        expected.clear();
        for (Expected next : toRead) {
            int line = cursor.line();
            String text = text(next, cursor);
            if (next.isLiteral) {
                next.document.setBody(text.isEmpty() ? Word.EMPTY : new Word(List.of(new Part.Quoted(text))));
            } else {
                Cursor inside = new Cursor(Source.of(text), line, cursor.depth());
                next.document.setBody(new WordReader(inside, new PendingDocuments()).document());
            }
        }
    }

    private String text(Expected next, Cursor cursor) {
        StringBuilder text = new StringBuilder();
        boolean joined = false;
        while (true) {
            String line = cursor.nextLine();
            if (line == null) {
                cutShort = true;
                if (joined) { // with nothing
                    text.replace(text.length() - 2, text.length(), "\n");
                }
                return text.toString();
            }
            String read = next.stripsTabs ? withoutTabs(line) : line;
            if (!joined && read.equals(next.delimiter)) {
                return text.toString();
            }
            text.append(read).append('\n');
            joined = !next.isLiteral && endsInBackslash(read);
        }
    }

    private static String withoutTabs(String line) {
        int tabs = 0;
        while (tabs < line.length() && line.charAt(tabs) == '\t') {
            tabs++;
        }
        return line.substring(tabs);
    }

    /** One that no other backslash protects. */
    private static boolean endsInBackslash(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
