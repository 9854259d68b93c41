package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the expression of {@code find} (POSIX, find, operands): what is said of files, with {@code !}, {@code -a}, {@code -o} and brackets. */
final class FindParser {

    private final List<String> words;
    private final Call call;
    private final Find find;
    private final FindTests tests;
    private int next;
    private boolean hasAction;

    FindParser(List<String> words, Call call, Find find) {
        this.words = words;
        this.call = call;
        this.find = find;
        tests = new FindTests(call);
    }

    /** Files are written if no action is named. */
    FindExpression parse() throws IOException {
        FindExpression expression = words.isEmpty() ? file -> true : alternatives();
        if (next < words.size()) {
            throw new UsageException("not expected there: " + words.get(next));
        }
        return hasAction ? expression : expression.and(find.printing("\n"));
    }

    private boolean isNext(String... names) {
        return next < words.size() && List.of(names).contains(words.get(next));
    }

    private boolean take(String... names) {
        boolean is = isNext(names);
        next += is ? 1 : 0;
        return is;
    }

    private String value(String name) {
        if (next == words.size()) {
            throw new UsageException(name + ": something is missing behind it");
        }
        return words.get(next++);
    }

    private FindExpression alternatives() throws IOException {
        FindExpression expression = conjunction();
        while (take("-o", "-or")) {
            expression = expression.or(conjunction());
        }
        return expression;
    }

    private FindExpression conjunction() throws IOException {
        FindExpression expression = negation();
        while (take("-a", "-and") || next < words.size() && !isNext("-o", "-or", ")")) {
            expression = expression.and(negation());
        }
        return expression;
    }

    private FindExpression negation() throws IOException {
        if (take("!", "-not")) {
            return negation().not();
        }
        if (take("(")) {
            FindExpression inner = alternatives();
            if (!take(")")) {
                throw new UsageException("a ) is missing");
            }
            return inner;
        }
        return primary(value("the expression"));
    }

    private FindExpression primary(String name) throws IOException {
        switch (name) {
            case "-maxdepth" -> find.setDeepest(Options.number(value(name)));
            case "-mindepth" -> find.setShallowest(Options.number(value(name)));
            case "-depth" -> find.setDepthFirst();
            case "-xdev", "-mount" -> find.stayInFileSystem();
            default -> {
                return testOrAction(name);
            }
        }
        return file -> true;
    }

    private FindExpression testOrAction(String name) throws IOException {
        FindExpression action = action(name);
        if (action != null) {
            hasAction |= !name.equals("-prune");
            return action;
        }
        FindExpression test = tests.of(name);
        if (test == null && name.startsWith("-") && next < words.size()) {
            test = tests.of(name, words.get(next));
            next += test == null ? 0 : 1;
        }
        if (test == null) {
            throw new UsageException(name + ": no test that there is, or nothing behind it");
        }
        return test;
    }

    private FindExpression action(String name) {
        return switch (name) {
            case "-print" -> find.printing("\n");
            case "-print0" -> find.printing("\0");
            case "-prune" -> find.pruning();
            case "-quit" -> find.quitting();
            case "-delete" -> find.deleting();
            case "-exec" -> command();
            default -> null;
        };
    }

    private FindExpression command() {
        List<String> command = new ArrayList<>();
        while (true) {
            String word = value("-exec");
            if (word.equals(";") && !command.isEmpty()) {
                return find.starting(FindCommand.forEach(call, command));
            }
            if (word.equals("+") && command.size() > 1 && command.getLast().equals("{}")) {
                command.removeLast();
                return find.starting(FindCommand.forMany(call, command));
            }
            command.add(word);
        }
    }
}
