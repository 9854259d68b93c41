package peaberry.sh.syntax;

import java.util.ArrayList;
import java.util.List;

/** Writes commands as text that the parser reads back as the same commands. */
public final class Printer {

    private static final String INDENT = "    ";
    /** What no semicolon can follow, at the end of a line. */
    private static final List<String> OPENING = List.of("(", "{", "then", "do", "else", "in", "if", "elif", "while", "until", ";;", "&", "|", ";");

    private final StringBuilder out = new StringBuilder();
    private final List<HereDocument> pending = new ArrayList<>();
    private int depth;

    private Printer() {}

    /** The text of commands, without a line feed behind it unless a here-document ends there. */
    public static String print(Command command) {
        Printer printer = new Printer();
        printer.list(command);
        if (!printer.pending.isEmpty()) {
            printer.newline();
        }
        return printer.out.toString();
    }

    /** The text of commands in one row, for people. */
    public static String row(Command command) {
        String text = print(command);
        StringBuilder row = new StringBuilder();
        String before = "";
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            String line = text.substring(start, end).trim();
            row.append(row.isEmpty() ? "" : between(before, line)).append(line);
            before = line;
            start = end + 1;
        }
        return row.toString();
    }

    /** What stands between two lines in one row. */
    private static String between(String line, String next) {
        boolean isPattern = line.length() > 1 && line.startsWith("(") && line.endsWith(")");
        return isPattern || next.startsWith(")") || next.equals(";;") || OPENING.stream().anyMatch(line::endsWith) ? " " : "; ";
    }

    private void list(Command command) {
        if (!(command instanceof Command.Sequence sequence)) {
            item(command);
            return;
        }
        for (int i = 0; i < sequence.commands().size(); i++) {
            if (i > 0) {
                newline();
            }
            item(sequence.commands().get(i));
        }
    }

    /** Ends a line; the texts of its here-documents follow. */
    private void newline() {
        out.append('\n');
        for (HereDocument document : List.copyOf(pending)) {
            String text = WordPrinter.document(document);
            out.append(text).append(delimiter(document)).append('\n');
        }
        pending.clear();
        out.append(INDENT.repeat(depth));
    }

    /** A word that is no line of the text, so that it can end it. */
    private static String delimiter(HereDocument document) {
        String lines = "\n" + WordPrinter.document(document);
        String delimiter = "EOF";
        while (lines.contains("\n" + delimiter + "\n")) {
            delimiter += "_";
        }
        return delimiter;
    }

    private void item(Command command) {
        switch (command) {
            case Command.Simple simple -> simple(simple);
            case Command.Pipeline pipeline -> {
                for (int i = 0; i < pipeline.commands().size(); i++) {
                    out.append(i == 0 ? "" : " | ");
                    item(pipeline.commands().get(i));
                }
            }
            case Command.Not not -> {
                out.append("! ");
                item(not.command());
            }
            case Command.And and -> both(and.left(), " && ", and.right());
            case Command.Or or -> both(or.left(), " || ", or.right());
            case Command.Sequence sequence -> list(sequence);
            case Command.Background background -> {
                item(background.command());
                out.append(" &");
            }
            case Command.Group group -> block("{", group.body(), "}");
            case Command.Subshell subshell -> block("(", subshell.body(), ")");
            case Command.If branch -> ifCommand(branch);
            case Command.For loop -> {
                out.append("for ").append(loop.variable()).append(" in");
                words(loop.words());
                newline();
                block("do", loop.body(), "done");
            }
            case Command.Loop loop -> {
                block(loop.kind() == Command.Loop.Kind.WHILE ? "while" : "until", loop.condition(), "do");
                block("", loop.body(), "done");
            }
            case Command.Case choice -> caseCommand(choice);
            case Command.Function function -> {
                out.append(function.name()).append("()");
                newline();
                item(function.body());
            }
            case Command.Redirected redirected -> {
                item(redirected.body());
                redirections(redirected.redirections());
            }
        }
    }

    private void both(Command left, String operator, Command right) {
        item(left);
        out.append(operator);
        item(right);
    }

    /** Commands, each on a line of its own, between two words. */
    private void block(String begin, Command body, String end) {
        out.append(begin);
        depth++;
        newline();
        list(body);
        depth--;
        newline();
        out.append(end);
    }

    private void ifCommand(Command.If branch) {
        block("if", branch.condition(), "then");
        block("", branch.body(), branch.otherwise().equals(Command.NOTHING) ? "fi" : "else");
        if (!branch.otherwise().equals(Command.NOTHING)) {
            block("", branch.otherwise(), "fi");
        }
    }

    private void caseCommand(Command.Case choice) {
        out.append("case ").append(WordPrinter.word(choice.subject())).append(" in");
        for (Command.Branch branch : choice.branches()) {
            newline();
            out.append('(');
            for (int i = 0; i < branch.patterns().size(); i++) {
                out.append(i == 0 ? "" : " | ").append(WordPrinter.word(branch.patterns().get(i)));
            }
            block(")", branch.body(), ";;");
        }
        newline();
        out.append("esac");
    }

    private void simple(Command.Simple simple) {
        int start = out.length();
        boolean looksReserved = simple.assignments().isEmpty() && !simple.words().isEmpty() && Parser.isReserved(simple.words().getFirst());
        if (looksReserved) { // it is a plain word only behind something else
            redirections(simple.redirections());
        }
        for (Command.Assignment assignment : simple.assignments()) {
            out.append(out.length() == start ? "" : " ").append(assignment.name()).append('=').append(WordPrinter.word(assignment.value()));
        }
        for (Word word : simple.words()) {
            out.append(out.length() == start ? "" : " ").append(WordPrinter.word(word));
        }
        if (!looksReserved) {
            redirections(simple.redirections());
        }
    }

    private void words(List<Word> words) {
        for (Word word : words) {
            out.append(' ').append(WordPrinter.word(word));
        }
    }

    private void redirections(List<Redirection> redirections) {
        for (Redirection redirection : redirections) {
            out.append(' ').append(redirection.descriptor());
            switch (redirection) {
                case Redirection.To to -> out.append(to.kind().symbol()).append(WordPrinter.word(to.target()));
                case Redirection.FromDocument from -> {
                    boolean isLiteral = WordPrinter.isLiteral(from.document());
                    out.append(isLiteral ? "<<'" : "<<").append(delimiter(from.document())).append(isLiteral ? "'" : "");
                    pending.add(from.document());
                }
            }
        }
    }
}
