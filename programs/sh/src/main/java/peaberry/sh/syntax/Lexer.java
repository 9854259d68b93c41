package peaberry.sh.syntax;

/** Makes tokens of text. It reads no further than the token that it answers. */
final class Lexer {

    /** Digits before a redirection that are still a descriptor's number. */
    private static final int LONGEST_NUMBER = 3;

    private final Cursor cursor;
    private final WordReader words;
    private final PendingDocuments pending;

    Lexer(Cursor cursor, WordReader words, PendingDocuments pending) {
        this.cursor = cursor;
        this.words = words;
        this.pending = pending;
    }

    /** Whether an unquoted character cannot be part of a word. */
    static boolean endsWord(int character) {
        return " \t\n;&|<>()".indexOf(character) >= 0;
    }

    Token next() {
        while (cursor.peek() == ' ' || cursor.peek() == '\t') {
            cursor.next();
        }
        if (cursor.peek() == '#') {
            while (cursor.peekRaw() != Cursor.END && cursor.peekRaw() != '\n') {
                cursor.nextRaw();
            }
        }
        int line = cursor.line();
        int first = cursor.peek();
        if (first == Cursor.END) {
            pending.read(cursor);
            return new Token(Token.Kind.END, "", null, line);
        }
        if (!endsWord(first)) {
            return word(line);
        }
        cursor.next();
        if (first == '\n') {
            pending.read(cursor);
            return new Token(Token.Kind.NEWLINE, "", null, line);
        }
        return new Token(Token.Kind.OPERATOR, operator((char) first), null, line);
    }

    private Token word(int line) {
        Word word = words.word();
        String text = word.literal() == null ? "" : word.literal();
        boolean redirects = cursor.peek() == '<' || cursor.peek() == '>';
        boolean isNumber = redirects && !text.isEmpty() && text.length() <= LONGEST_NUMBER && text.chars().allMatch(Names::isDigit);
        return isNumber ? new Token(Token.Kind.NUMBER, text, null, line) : new Token(Token.Kind.WORD, text, word, line);
    }

    private String operator(char first) {
        String longer = switch (first) {
            case '&' -> "&";
            case ';' -> ";";
            case '|' -> "|";
            case '<' -> "<&>";
            case '>' -> ">&|";
            default -> "";
        };
        int second = cursor.peek();
        if (second == Cursor.END || longer.indexOf(second) < 0) {
            return String.valueOf(first);
        }
        cursor.next();
        String operator = String.valueOf(first) + (char) second;
        return operator.equals("<<") && cursor.accept('-') ? "<<-" : operator;
    }
}
