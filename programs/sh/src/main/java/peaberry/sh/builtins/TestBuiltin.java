package peaberry.sh.builtins;

import java.util.List;
import java.util.Set;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Shell;

/** {@code test} and <code>[</code>. Up to four arguments mean what POSIX says; more are read as an expression. */
final class TestBuiltin {

    private static final Set<String> BINARY = Set.of("=", "!=", "<", ">", "-eq", "-ne", "-gt", "-ge", "-lt", "-le", "-nt", "-ot", "-ef");
    private static final int FALSE = 1;

    private final FileTests files;
    private final List<String> arguments;
    private int next;

    TestBuiltin(Shell shell, List<String> arguments) {
        files = new FileTests(shell);
        this.arguments = arguments;
    }

    static int bracket(Shell shell, List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getLast().equals("]")) {
            throw new BuiltinException("missing ]");
        }
        return new TestBuiltin(shell, arguments.subList(0, arguments.size() - 1)).run();
    }

    int run() {
        return byCount(arguments) ? 0 : FALSE;
    }

    private boolean byCount(List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst();
        switch (words.size()) {
            case 0 -> {
                return false;
            }
            case 1 -> {
                return !first.isEmpty();
            }
            case 2 -> {
                return first.equals("!") ? words.get(1).isEmpty() : unary(first, words.get(1));
            }
            case 3 -> {
                String middle = words.get(1);
                if (BINARY.contains(middle)) {
                    return binary(first, middle, words.get(2));
                }
                if (middle.equals("-a") || middle.equals("-o")) {
                    return middle.equals("-a") ? !first.isEmpty() && !words.get(2).isEmpty() : !first.isEmpty() || !words.get(2).isEmpty();
                }
                if (first.equals("!")) {
                    return !byCount(words.subList(1, 3));
                }
                if (first.equals("(") && words.get(2).equals(")")) {
                    return !middle.isEmpty();
                }
            }
            case 4 -> {
                if (first.equals("!")) {
                    return !byCount(words.subList(1, 4));
                }
                if (first.equals("(") && words.get(3).equals(")")) {
                    return byCount(words.subList(1, 3));
                }
            }
            default -> { }
        }
        boolean holds = or();
        if (next < words.size()) {
            throw new BuiltinException(words.get(next) + ": unexpected operator");
        }
        return holds;
    }

    private String peek(int ahead) {
        return next + ahead < arguments.size() ? arguments.get(next + ahead) : "";
    }

    private boolean or() {
        boolean holds = and();
        while (peek(0).equals("-o")) {
            next++;
            holds |= and();
        }
        return holds;
    }

    private boolean and() {
        boolean holds = not();
        while (peek(0).equals("-a")) {
            next++;
            holds &= not();
        }
        return holds;
    }

    private boolean not() {
        boolean holds = true;
        while (peek(0).equals("!") && !BINARY.contains(peek(1))) {
            next++;
            holds = !holds;
        }
        return primary() == holds;
    }

    private boolean primary() {
        if (next >= arguments.size()) {
            throw new BuiltinException("argument expected");
        }
        String first = arguments.get(next++);
        if (BINARY.contains(peek(0)) && next + 1 < arguments.size()) {
            next += 2;
            return binary(first, arguments.get(next - 2), arguments.get(next - 1));
        }
        if (first.equals("(")) {
            boolean holds = or();
            if (!peek(0).equals(")")) {
                throw new BuiltinException("closing paren expected");
            }
            next++;
            return holds;
        }
        if (first.length() == 2 && first.startsWith("-") && next < arguments.size()) {
            return unary(first, arguments.get(next++));
        }
        return !first.isEmpty();
    }

    private boolean unary(String operator, String operand) {
        return switch (operator) {
            case "-n" -> !operand.isEmpty();
            case "-z" -> operand.isEmpty();
            case "-t" -> files.isTerminal(operand);
            default -> files.test(operator, operand);
        };
    }

    private boolean binary(String left, String operator, String right) {
        return switch (operator) {
            case "=" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> left.compareTo(right) < 0;
            case ">" -> left.compareTo(right) > 0;
            case "-eq" -> number(left) == number(right);
            case "-ne" -> number(left) != number(right);
            case "-gt" -> number(left) > number(right);
            case "-ge" -> number(left) >= number(right);
            case "-lt" -> number(left) < number(right);
            case "-le" -> number(left) <= number(right);
            default -> files.compare(left, operator, right);
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new BuiltinException("illegal number: " + text);
        }
    }
}
