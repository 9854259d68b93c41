package peaberry.sh.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses what begins with a reserved word or a parenthesis, and functions. */
final class CompoundParser {

    private final Tokens tokens;
    private final Parser parser;

    CompoundParser(Tokens tokens, Parser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    /** A compound command, or {@code null} if none begins here. */
    Command parse() {
        Token token = tokens.current();
        if (token.isOperator("(")) {
            tokens.advance();
            Command body = body("a command");
            tokens.expectOperator(")");
            return new Command.Subshell(body);
        }
        if (!token.is(Token.Kind.WORD)) {
            return null;
        }
        return switch (token.text()) {
            case "{" -> group();
            case "if" -> ifCommand();
            case "for" -> forCommand();
            case "while" -> loop(Command.Loop.Kind.WHILE);
            case "until" -> loop(Command.Loop.Kind.UNTIL);
            case "case" -> caseCommand();
            default -> null;
        };
    }

    /** The rest of a function's definition, from its parenthesis. */
    Command function(Word word) {
        String name = word.literal();
        if (name == null || !Names.isName(name)) {
            throw new SyntaxException(tokens.current().line(), "a function cannot have this name");
        }
        tokens.expectOperator("(");
        tokens.expectOperator(")");
        tokens.skipNewlines();
        return new Command.Function(name, parser.command());
    }

    /** Commands, at least one. */
    private Command.Sequence body(String what) {
        Command.Sequence commands = parser.compoundList();
        if (commands.commands().isEmpty()) {
            throw tokens.missing(what);
        }
        return commands;
    }

    private Command group() {
        tokens.advance();
        Command body = body("a command");
        tokens.expectReserved("}");
        return new Command.Group(body);
    }

    /** From {@code if} or {@code elif} to {@code fi}. */
    private Command ifCommand() {
        tokens.advance();
        Command condition = body("a command");
        tokens.expectReserved("then");
        Command body = body("a command");
        Command otherwise = Command.NOTHING;
        if (tokens.current().isReserved("elif")) {
            return new Command.If(condition, body, new Command.Sequence(List.of(ifCommand())));
        }
        if (tokens.acceptReserved("else")) {
            otherwise = body("a command");
        }
        tokens.expectReserved("fi");
        return new Command.If(condition, body, otherwise);
    }

    private Command loop(Command.Loop.Kind kind) {
        tokens.advance();
        Command condition = body("a command");
        return new Command.Loop(kind, condition, doGroup());
    }

    private Command doGroup() {
        tokens.expectReserved("do");
        Command body = body("a command");
        tokens.expectReserved("done");
        return body;
    }

    private Command forCommand() {
        tokens.advance();
        Token variable = tokens.expectWord("a variable's name");
        if (!Names.isName(variable.text())) {
            throw new SyntaxException(variable.line(), "for needs a variable's name");
        }
        tokens.skipNewlines();
        List<Word> words = new ArrayList<>();
        if (tokens.acceptReserved("in")) {
            while (tokens.current().is(Token.Kind.WORD)) {
                words.add(tokens.advance().word());
            }
            if (!tokens.acceptOperator(";") && !tokens.current().is(Token.Kind.NEWLINE)) {
                throw tokens.missing("; or the end of the line");
            }
        } else {
            words.add(new Word(List.of(new Part.DoubleQuoted(List.of(new Part.Parameter("@", Operator.VALUE, Word.EMPTY))))));
            tokens.acceptOperator(";");
        }
        tokens.skipNewlines();
        return new Command.For(variable.text(), List.copyOf(words), doGroup());
    }

    private Command caseCommand() {
        tokens.advance();
        Word subject = tokens.expectWord("a word").word();
        tokens.skipNewlines();
        tokens.expectReserved("in");
        tokens.skipNewlines();
        List<Command.Branch> branches = new ArrayList<>();
        while (!tokens.current().isReserved("esac")) {
            branches.add(branch());
            if (!tokens.acceptOperator(";;")) {
                break;
            }
            tokens.skipNewlines();
        }
        tokens.expectReserved("esac");
        return new Command.Case(subject, List.copyOf(branches));
    }

    private Command.Branch branch() {
        List<Word> patterns = new ArrayList<>();
        tokens.acceptOperator("(");
        patterns.add(tokens.expectWord("a pattern").word());
        while (tokens.acceptOperator("|")) {
            patterns.add(tokens.expectWord("a pattern").word());
        }
        tokens.expectOperator(")");
        return new Command.Branch(List.copyOf(patterns), parser.compoundList());
    }
}
