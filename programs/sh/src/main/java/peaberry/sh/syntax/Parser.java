package peaberry.sh.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses commands by recursive descent. It reads one complete command at a time, so that each can run before the next. */
public final class Parser {

    private static final Set<String> CLOSING = Set.of("then", "do", "done", "fi", "elif", "else", "esac", "}");
    private static final Set<String> OPENING = Set.of("if", "for", "while", "until", "case", "{", "!", "in");

    private final Cursor cursor;
    private final PendingDocuments pending;
    private final PendingDocuments outer;
    private final Tokens tokens;
    private final CompoundParser compounds;

    public Parser(Source source) {
        this(new Cursor(source, 1, 0));
    }

    Parser(Cursor cursor) {
        this(cursor, new PendingDocuments());
    }

    /** @param outer gets the here-documents whose texts follow the line that this is part of */
    Parser(Cursor cursor, PendingDocuments outer) {
        this.cursor = cursor;
        this.outer = outer;
        pending = new PendingDocuments();
        tokens = new Tokens(new Lexer(cursor, new WordReader(cursor, pending), pending));
        compounds = new CompoundParser(tokens, this);
    }

    /** The commands of a whole text. */
    public static Command.Sequence parse(String text) {
        return new Parser(Source.of(text)).all();
    }

    /** A text that is to be expanded as a here-document is: a prompt. */
    public static Word document(String text) {
        return new WordReader(new Cursor(Source.of(text), 1, 0), new PendingDocuments()).document();
    }

    /** Whether a text is the beginning of something longer, so that one who types has to go on. */
    public static boolean isIncomplete(String text) {
        Parser parser = new Parser(Source.of(text));
        try {
            parser.all();
            return parser.pending.isCutShort() || parser.cursor.endsInJoin();
        } catch (IncompleteException e) {
            return true;
        } catch (SyntaxException e) {
            return false;
        }
    }

    /** Whether a word is reserved where a command may begin. */
    public static boolean isReserved(Word word) {
        return word.literal() != null && (CLOSING.contains(word.literal()) || OPENING.contains(word.literal()));
    }

    /** The next complete command: what is up to the end of a line, or of several that belong together. {@code null} at the end. */
    public Command.Sequence next() {
        do {
            cursor.forget();
            tokens.advance();
        } while (tokens.current().is(Token.Kind.NEWLINE));
        if (tokens.current().is(Token.Kind.END)) {
            return null;
        }
        List<Command> commands = new ArrayList<>();
        while (!endsLine()) {
            commands.add(listItem());
        }
        return new Command.Sequence(List.copyOf(commands));
    }

    private boolean endsLine() {
        return tokens.current().is(Token.Kind.NEWLINE) || tokens.current().is(Token.Kind.END);
    }

    Command.Sequence all() {
        List<Command> commands = new ArrayList<>();
        for (Command.Sequence next = next(); next != null; next = next()) {
            commands.addAll(next.commands());
        }
        return new Command.Sequence(List.copyOf(commands));
    }

    /** What {@code $(} holds, and the parenthesis that closes it. */
    Command.Sequence substitution() {
        tokens.advance();
        Command.Sequence commands = compoundList();
        if (!tokens.current().isOperator(")")) {
            throw tokens.current().is(Token.Kind.END) ? tokens.missing(")") : tokens.unexpected();
        }
        outer.takeFrom(pending); // and nothing behind the parenthesis is read
        return commands;
    }

    /** Commands up to what closes them; there may be none. */
    Command.Sequence compoundList() {
        List<Command> commands = new ArrayList<>();
        tokens.skipNewlines();
        while (!closes()) {
            commands.add(listItem());
            tokens.skipNewlines();
        }
        return new Command.Sequence(List.copyOf(commands));
    }

    private boolean closes() {
        Token token = tokens.current();
        return token.is(Token.Kind.END) || token.isOperator(")") || token.isOperator(";;")
                || token.is(Token.Kind.WORD) && CLOSING.contains(token.text());
    }

    /** An and-or list with what ends it. */
    private Command listItem() {
        Command command = andOr();
        if (tokens.acceptOperator("&")) {
            return new Command.Background(command);
        }
        if (!tokens.acceptOperator(";") && !endsLine() && !closes()) {
            throw tokens.unexpected();
        }
        return command;
    }

    private Command andOr() {
        Command left = pipeline();
        while (true) {
            if (tokens.acceptOperator("&&")) {
                tokens.skipNewlines();
                left = new Command.And(left, pipeline());
            } else if (tokens.acceptOperator("||")) {
                tokens.skipNewlines();
                left = new Command.Or(left, pipeline());
            } else {
                return left;
            }
        }
    }

    private Command pipeline() {
        if (tokens.acceptReserved("!")) {
            return new Command.Not(unnegated());
        }
        return unnegated();
    }

    private Command unnegated() {
        List<Command> commands = new ArrayList<>();
        commands.add(command());
        while (tokens.acceptOperator("|")) {
            tokens.skipNewlines();
            commands.add(command());
        }
        return commands.size() == 1 ? commands.getFirst() : new Command.Pipeline(List.copyOf(commands));
    }

    /** One command with its redirections. */
    Command command() {
        cursor.enter();
        Command compound = compounds.parse();
        Command command = compound == null ? simpleOrFunction() : redirected(compound);
        cursor.leave();
        return command;
    }

    private Command redirected(Command compound) {
        List<Redirection> redirections = new ArrayList<>();
        while (atRedirection()) {
            redirections.add(redirection());
        }
        return redirections.isEmpty() ? compound : new Command.Redirected(compound, List.copyOf(redirections));
    }

    private Command simpleOrFunction() {
        int line = tokens.current().line();
        if (tokens.current().is(Token.Kind.WORD) && (CLOSING.contains(tokens.current().text()) || tokens.current().isReserved("!"))) {
            throw tokens.unexpected();
        }
        List<Command.Assignment> assignments = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        while (true) {
            if (atRedirection()) {
                redirections.add(redirection());
                continue;
            }
            if (!tokens.current().is(Token.Kind.WORD)) {
                break;
            }
            Word word = tokens.current().word();
            Command.Assignment assignment = words.isEmpty() ? Command.Assignment.of(word) : null;
            tokens.advance();
            if (assignment != null) {
                assignments.add(assignment);
                continue;
            }
            words.add(word);
            if (tokens.current().isOperator("(") && words.size() == 1 && assignments.isEmpty() && redirections.isEmpty()) {
                return compounds.function(word);
            }
        }
        if (assignments.isEmpty() && words.isEmpty() && redirections.isEmpty()) {
            throw tokens.current().is(Token.Kind.END) ? tokens.missing("a command") : tokens.unexpected();
        }
        return new Command.Simple(List.copyOf(assignments), List.copyOf(words), List.copyOf(redirections), line);
    }

    private boolean atRedirection() {
        Token token = tokens.current();
        return token.is(Token.Kind.NUMBER) || token.is(Token.Kind.OPERATOR) && (token.text().startsWith("<") || token.text().startsWith(">"));
    }

    private Redirection redirection() {
        int written = tokens.current().is(Token.Kind.NUMBER) ? Integer.parseInt(tokens.advance().text()) : -1;
        Token operator = tokens.advance();
        if (!tokens.current().is(Token.Kind.WORD)) {
            throw tokens.missing("a word after " + operator.text());
        }
        Word target = tokens.current().word();
        Redirection.Kind kind = Redirection.Kind.written(operator.text());
        if (kind == null) { // the document has to be expected before what follows is read, which may be the line's end
            HereDocument document = new HereDocument();
            pending.expect(document, target, operator.text().equals("<<-"), operator.line());
            tokens.advance();
            return new Redirection.FromDocument(Math.max(written, 0), document);
        }
        tokens.advance();
        return new Redirection.To(kind, written < 0 ? kind.usualDescriptor() : written, target);
    }
}
