package peaberry.sh.syntax;

import java.util.List;

/** Reads words: quotes and the beginnings and ends of expansions. What a {@code $( )} holds is the parser's again. */
final class WordReader {

    /** Where text stands decides what is special in it. */
    private enum Place {
        WORD("", true), DOUBLE_QUOTES("$`\"\\", false), HERE_DOCUMENT("$`\\", false), BRACES("", true), BRACES_IN_QUOTES("$`\"\\}", false),
        ARITHMETIC("$`\\", false);

        /** What a backslash protects; anything if this is empty. */
        private final String escapable;
        private final boolean singleQuotes;

        Place(String escapable, boolean singleQuotes) {
            this.escapable = escapable;
            this.singleQuotes = singleQuotes;
        }

        boolean doubleQuotes() {
            return this == WORD || this == BRACES || this == BRACES_IN_QUOTES;
        }

        /** What stands in the braces of an expansion here. */
        Place inBraces(Operator operator) {
            return singleQuotes || operator.hasPattern() ? BRACES : BRACES_IN_QUOTES;
        }
    }

    private final Cursor cursor;
    private final PendingDocuments pending;

    /** @param pending gets the here-documents whose operators stand within words */
    WordReader(Cursor cursor, PendingDocuments pending) {
        this.cursor = cursor;
        this.pending = pending;
    }

    /** A word of a command; the next character is neither blank nor an operator. */
    Word word() {
        return new Word(parts(Place.WORD));
    }

    /** All of the text of a here-document. */
    Word document() {
        return new Word(parts(Place.HERE_DOCUMENT));
    }

    private List<Part> parts(Place place) {
        Parts parts = new Parts();
        while (true) {
            int character = cursor.peek();
            if (endsAt(character, place)) {
                return parts.finish();
            }
            cursor.next();
            switch (character) {
                case '$' -> dollar(parts, place);
                case '`' -> parts.add(new Part.Substitution(backquoted(place)));
                case '\\' -> backslash(parts, place);
                case '\'' -> apostrophe(parts, place);
                case '"' -> doubleQuote(parts, place);
                default -> parts.literal((char) character);
            }
        }
    }

    private boolean endsAt(int character, Place place) {
        if (character == Cursor.END) {
            return switch (place) {
                case WORD, HERE_DOCUMENT -> true;
                case DOUBLE_QUOTES -> throw missing("\"");
                case BRACES, BRACES_IN_QUOTES -> throw missing("}");
                case ARITHMETIC -> throw missing("))");
            };
        }
        return switch (place) {
            case WORD -> Lexer.endsWord(character);
            case HERE_DOCUMENT, ARITHMETIC -> false;
            case DOUBLE_QUOTES -> character == '"';
            case BRACES, BRACES_IN_QUOTES -> character == '}';
        };
    }

    private IncompleteException missing(String what) {
        return new IncompleteException(cursor.line(), what);
    }

    private void backslash(Parts parts, Place place) {
        int next = cursor.peekRaw();
        if (next == Cursor.END && place.singleQuotes) {
            parts.add(new Part.Quoted("\\"));
            return;
        }
        boolean escapes = next != Cursor.END && (place.escapable.isEmpty() || place.escapable.indexOf(next) >= 0);
        if (!escapes) {
            parts.literal('\\');
        } else if (place.singleQuotes) {
            parts.add(new Part.Quoted(String.valueOf((char) cursor.nextRaw())));
        } else {
            parts.literal((char) cursor.nextRaw());
        }
    }

    private void apostrophe(Parts parts, Place place) {
        if (!place.singleQuotes) {
            parts.literal('\'');
            return;
        }
        StringBuilder text = new StringBuilder();
        for (int next = cursor.nextRaw(); next != '\''; next = cursor.nextRaw()) {
            if (next == Cursor.END) {
                throw missing("'");
            }
            text.append((char) next);
        }
        parts.add(new Part.Quoted(text.toString()));
    }

    private void doubleQuote(Parts parts, Place place) {
        if (!place.doubleQuotes()) {
            parts.literal('"');
            return;
        }
        cursor.enter();
        List<Part> quoted = parts(Place.DOUBLE_QUOTES);
        cursor.next();
        cursor.leave();
        parts.add(new Part.DoubleQuoted(quoted));
    }

    private void dollar(Parts parts, Place place) {
        int next = cursor.peek();
        if (next == '{') {
            cursor.next();
            cursor.enter();
            parts.add(braces(place));
            cursor.leave();
        } else if (next == '(') {
            cursor.next();
            cursor.enter();
            parts.add(arithmeticOrSubstitution());
            cursor.leave();
        } else if (Names.begins(next)) {
            parts.add(plain(name()));
        } else if (Names.isDigit(next) || Names.isSpecial(next)) {
            parts.add(plain(String.valueOf((char) cursor.next())));
        } else {
            parts.literal('$');
        }
    }

    private static Part plain(String name) {
        return new Part.Parameter(name, Operator.VALUE, Word.EMPTY);
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (Names.goesOn(cursor.peek())) {
            name.append((char) cursor.next());
        }
        return name.toString();
    }

    private Part braces(Place place) {
        if (cursor.peek() == '#') { // a length, or the parameter #
            Cursor.Mark before = cursor.mark();
            cursor.next();
            String measured = parameter();
            if (measured != null && cursor.accept('}')) {
                return new Part.Parameter(measured, Operator.LENGTH, Word.EMPTY);
            }
            cursor.backTo(before);
        }
        String name = parameter();
        if (name == null) {
            throw cursor.peek() == Cursor.END ? missing("}") : new SyntaxException(cursor.line(), "no parameter's name after ${");
        }
        Operator operator = operator();
        Word word = operator == Operator.VALUE ? Word.EMPTY : new Word(parts(place.inBraces(operator)));
        if (!cursor.accept('}')) {
            throw cursor.peek() == Cursor.END ? missing("}") : new SyntaxException(cursor.line(), "} expected after ${" + name);
        }
        return new Part.Parameter(name, operator, word);
    }

    /** A name, a number or a special parameter; {@code null} if there is none. */
    private String parameter() {
        int next = cursor.peek();
        if (Names.begins(next)) {
            return name();
        }
        if (Names.isSpecial(next)) {
            return String.valueOf((char) cursor.next());
        }
        StringBuilder digits = new StringBuilder();
        while (Names.isDigit(cursor.peek())) {
            digits.append((char) cursor.next());
        }
        return digits.isEmpty() ? null : digits.toString();
    }

    private Operator operator() {
        int first = cursor.peek();
        if (first == Cursor.END || ":-=?+#%".indexOf(first) < 0) {
            return Operator.VALUE;
        }
        String symbol = String.valueOf((char) cursor.next());
        if (first == ':' && cursor.peek() != Cursor.END || (first == '#' || first == '%') && cursor.peek() == first) {
            symbol += (char) cursor.next();
        }
        Operator operator = Operator.behind(symbol);
        if (operator == null) {
            throw symbol.equals(":") ? missing("}") : new SyntaxException(cursor.line(), "no such expansion: " + symbol);
        }
        return operator;
    }

    private Part arithmeticOrSubstitution() {
        Cursor.Mark before = cursor.mark();
        int documents = pending.size();
        if (cursor.peek() == '(' && !cursor.isKnownAsNoArithmetic(before)) {
            cursor.next();
            List<Part> expression = arithmetic();
            if (expression != null) {
                return new Part.Arithmetic(expression);
            }
            cursor.noteNoArithmetic(before);
            cursor.backTo(before);
            pending.shorten(documents);
        }
        return new Part.Substitution(new Parser(cursor, pending).substitution());
    }

    /** Up to {@code ))}; {@code null} if one parenthesis closes alone, so that these are commands in a subshell. */
    private List<Part> arithmetic() {
        Parts parts = new Parts();
        int open = 0;
        while (true) {
            int character = cursor.peek();
            endsAt(character, Place.ARITHMETIC);
            cursor.next();
            switch (character) {
                case '$' -> dollar(parts, Place.ARITHMETIC);
                case '`' -> parts.add(new Part.Substitution(backquoted(Place.ARITHMETIC)));
                case '\\' -> backslash(parts, Place.ARITHMETIC);
                case ')' -> {
                    if (open == 0) {
                        return cursor.accept(')') ? parts.finish() : null;
                    }
                    open--;
                    parts.literal(')');
                }
                default -> {
                    open += character == '(' ? 1 : 0;
                    parts.literal((char) character);
                }
            }
        }
    }

    /** The older form of a command substitution: its text is found first, and parsed then. */
    private Command backquoted(Place place) {
        int line = cursor.line();
        StringBuilder text = new StringBuilder();
        for (int next = cursor.nextRaw(); next != '`'; next = cursor.nextRaw()) {
            if (next == '\\') {
                int escaped = cursor.peekRaw();
                if (escaped == '$' || escaped == '`' || escaped == '\\' || escaped == '"' && place == Place.DOUBLE_QUOTES) {
                    next = cursor.nextRaw();
                } // else the backslash stays, and means what it means there
            }
            if (next == Cursor.END) {
                throw missing("`");
            }
            text.append((char) next);
        }
        Cursor inside = new Cursor(Source.of(text.toString()), line, cursor.depth());
        inside.enter();
        try {
            return new Parser(inside).all();
        } catch (IncompleteException e) {
            throw new SyntaxException(e.line(), e.getMessage() + ", within ` `");
        }
    }
}
