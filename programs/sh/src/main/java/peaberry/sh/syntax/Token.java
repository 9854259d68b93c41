package peaberry.sh.syntax;

/**
 * What the grammar is made of.
 *
 * @param text an operator, a number, or a word's text if all of it is literal; else empty
 * @param word {@code null} but for words
 */
record Token(Kind kind, String text, Word word, int line) {

    enum Kind { WORD, NUMBER, OPERATOR, NEWLINE, END }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isOperator(String symbol) {
        return kind == Kind.OPERATOR && text.equals(symbol);
    }

    /** Whether it is this reserved word, where one may stand. */
    boolean isReserved(String reserved) {
        return kind == Kind.WORD && text.equals(reserved);
    }

    /** As a message names it. */
    String description() {
        return switch (kind) {
            case WORD -> text.isEmpty() ? "a word" : text;
            case NEWLINE -> "the end of the line";
            case END -> "the end of the input";
            case NUMBER, OPERATOR -> text;
        };
    }
}
