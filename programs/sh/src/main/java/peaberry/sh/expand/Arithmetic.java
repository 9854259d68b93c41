package peaberry.sh.expand;

import java.util.Set;
import peaberry.sh.syntax.Names;

/** Evaluates an arithmetic expression: C's operators on whole numbers of 64 bits, but for {@code ++}, {@code --} and the comma. */
public final class Arithmetic {

    /** How deep parentheses, signs and conditions may be nested: this calls itself for each. */
    private static final int DEEPEST = 200;

    /** Operators of two sides, those that bind loosest first. */
    private static final String[][] LEVELS = {
        {"||"}, {"&&"}, {"|"}, {"^"}, {"&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "%"}
    };
    private static final int OR = 0;
    private static final int AND = 1;
    /** Longer ones first, so that each text is found before its beginning. */
    private static final String[] OPERATORS = {
        "<<=", ">>=", "||", "&&", "==", "!=", "<=", ">=", "<<", ">>", "+=", "-=", "*=", "/=", "%=", "&=", "^=", "|=",
        "+", "-", "*", "/", "%", "<", ">", "=", "!", "~", "&", "^", "|", "?", ":", "(", ")"
    };
    private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "^=", "|=");

    private final String text;
    private final ExpansionContext context;
    private int position;
    private int depth;
    /** Above 0 in what a condition skips: it is read, but changes nothing and cannot fail. */
    private int skipping;

    public Arithmetic(String text, ExpansionContext context) {
        this.text = text;
        this.context = context;
    }

    public long evaluate() {
        skipBlanks();
        if (position == text.length()) {
            return 0;
        }
        long value = expression();
        if (position < text.length()) {
            throw wrong();
        }
        return value;
    }

    private ExpansionException wrong() {
        return new ExpansionException("arithmetic expression: not understood: \"" + text + "\"");
    }

    /** An assignment or a condition. */
    private long expression() {
        enter();
        int start = position;
        String name = name();
        String operator = name.isEmpty() ? "" : operator();
        if (!ASSIGNMENTS.contains(operator)) {
            position = start;
            return leave(conditional());
        }
        accept(operator);
        long right = expression();
        if (skipping > 0) {
            return leave(0);
        }
        long value = operator.equals("=") ? right : apply(operator.substring(0, operator.length() - 1), variable(name), right);
        context.set(name, Long.toString(value));
        return leave(value);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new ExpansionException("arithmetic expression: nested too deeply");
        }
    }

    private long leave(long value) {
        depth--;
        return value;
    }

    private long conditional() {
        long condition = binary(OR);
        if (!accept("?")) {
            return condition;
        }
        skipping += condition == 0 ? 1 : 0;
        long first = expression();
        skipping -= condition == 0 ? 1 : 0;
        if (!accept(":")) {
            throw wrong();
        }
        skipping += condition != 0 ? 1 : 0;
        enter();
        long second = leave(conditional());
        skipping -= condition != 0 ? 1 : 0;
        return condition != 0 ? first : second;
    }

    private long binary(int level) {
        if (level == LEVELS.length) {
            return unary();
        }
        long left = binary(level + 1);
        for (String operator = oneOf(level); operator != null; operator = oneOf(level)) {
            boolean skips = level == OR && left != 0 || level == AND && left == 0;
            skipping += skips ? 1 : 0;
            long right = binary(level + 1);
            skipping -= skips ? 1 : 0;
            left = skipping > 0 ? 0 : apply(operator, left, right);
        }
        return left;
    }

    private String oneOf(int level) {
        for (String operator : LEVELS[level]) {
            if (accept(operator)) {
                return operator;
            }
        }
        return null;
    }

    private static long apply(String operator, long left, long right) {
        return switch (operator) {
            case "||" -> truth(left != 0 || right != 0);
            case "&&" -> truth(left != 0 && right != 0);
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> truth(left == right);
            case "!=" -> truth(left != right);
            case "<=" -> truth(left <= right);
            case ">=" -> truth(left >= right);
            case "<" -> truth(left < right);
            case ">" -> truth(left > right);
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / divisor(right);
            default -> left % divisor(right);
        };
    }

    private static long truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private static long divisor(long value) {
        if (value == 0) {
            throw new ExpansionException("arithmetic expression: division by zero");
        }
        return value;
    }

    private long unary() {
        enter();
        if (accept("!")) {
            return leave(truth(unary() == 0));
        }
        if (accept("~")) {
            return leave(~unary());
        }
        if (accept("-")) {
            return leave(-unary());
        }
        if (accept("+")) {
            return leave(unary());
        }
        if (accept("(")) {
            long value = expression();
            if (!accept(")")) {
                throw wrong();
            }
            return leave(value);
        }
        String name = name();
        return leave(name.isEmpty() ? number() : variable(name));
    }

    private long variable(String name) {
        if (skipping > 0) {
            return 0;
        }
        String value = context.get(name);
        if (value == null) {
            if (context.unsetIsError()) {
                throw new ExpansionException(name + ": parameter not set");
            }
            return 0;
        }
        return value.isBlank() ? 0 : constant(value.strip());
    }

    private long number() {
        int start = position;
        while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw wrong();
        }
        String digits = text.substring(start, position);
        skipBlanks();
        return constant(digits);
    }

    /** Decimal, octal with a 0 in front, hexadecimal with 0x; the largest number for one that is too large. */
    static long constant(String text) {
        boolean isNegative = text.startsWith("-");
        String digits = isNegative || text.startsWith("+") ? text.substring(1) : text;
        int radix = digits.startsWith("0x") || digits.startsWith("0X") ? 16 : digits.startsWith("0") ? 8 : 10;
        digits = radix == 16 ? digits.substring(2) : digits;
        long value = 0;
        boolean overflows = false;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                throw new ExpansionException("not a number: " + text);
            }
            overflows |= value > (Long.MAX_VALUE - digit) / radix;
            value = value * radix + digit;
        }
        if (digits.isEmpty()) {
            throw new ExpansionException("not a number: " + text);
        }
        return overflows ? isNegative ? Long.MIN_VALUE : Long.MAX_VALUE : isNegative ? -value : value;
    }

    /** The name that is next, which is passed; empty if there is none. */
    private String name() {
        String name = text.substring(position, position + Names.lengthOfName(text.substring(position)));
        position += name.length();
        skipBlanks();
        return name;
    }

    /** The operator that is next, which is not passed; empty if there is none. */
    private String operator() {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, position)) {
                return operator;
            }
        }
        return "";
    }

    private boolean accept(String operator) {
        if (!operator().equals(operator)) {
            return false;
        }
        position += operator.length();
        skipBlanks();
        return true;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }
}
