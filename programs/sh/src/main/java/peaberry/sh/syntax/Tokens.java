package peaberry.sh.syntax;

/** The token that a parser looks at, and what it demands of it. */
final class Tokens {

    private final Lexer lexer;
    private Token current;

    Tokens(Lexer lexer) {
        this.lexer = lexer;
    }

    Token current() {
        return current;
    }

    /** Goes to the next one and answers the one before. */
    Token advance() {
        Token before = current;
        current = lexer.next();
        return before;
    }

    boolean acceptOperator(String symbol) {
        boolean found = current.isOperator(symbol);
        if (found) {
            advance();
        }
        return found;
    }

    boolean acceptReserved(String reserved) {
        boolean found = current.isReserved(reserved);
        if (found) {
            advance();
        }
        return found;
    }

    void expectReserved(String reserved) {
        if (!acceptReserved(reserved)) {
            throw missing(reserved);
        }
    }

    void expectOperator(String symbol) {
        if (!acceptOperator(symbol)) {
            throw missing(symbol);
        }
    }

    Token expectWord(String what) {
        if (!current.is(Token.Kind.WORD)) {
            throw missing(what);
        }
        return advance();
    }

    void skipNewlines() {
        while (current.is(Token.Kind.NEWLINE)) {
            advance();
        }
    }

    /** What is wrong if something else should stand here: the text may only be too short. */
    SyntaxException missing(String what) {
        if (current.is(Token.Kind.END)) {
            return new IncompleteException(current.line(), what);
        }
        return new SyntaxException(current.line(), what + " expected before " + current.description());
    }

    SyntaxException unexpected() {
        return new SyntaxException(current.line(), current.description() + " is not expected here");
    }
}
