package peaberry.shell;

/**
 * Evaluates an expression in 64-bit integers: {@code + - * / %}, parentheses, unary plus and minus, decimal numbers and
 * hexadecimal ones with {@code 0x}. Multiplication binds tighter than addition, operators of one kind group from the
 * left, division rounds towards zero. A result that does not fit is an error, never a wrong number.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = signed { ("*" | "/" | "%") signed }
 * signed  = { "+" | "-" } ( number | "(" sum ")" )
 * </pre>
 */
final class Calculator {

    /** What is wrong with an expression. */
    enum Problem {
        NONE(""),
        NUMBER_EXPECTED("a number or ( is expected here"),
        OPERATOR_EXPECTED("an operator is expected here"),
        PARENTHESIS_EXPECTED("a ) is missing here"),
        PARENTHESIS_NOT_OPENED("there is no ( for this )"),
        DIVISION_BY_ZERO("division by zero"),
        OVERFLOW("the result does not fit into 64 bits"),
        TOO_DEEP("too many parentheses");

        private final String text;

        Problem(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** How deep parentheses may be nested. */
    static final int MAX_DEPTH = 50;

    private static final int END = -1;

    private Line line;
    private int position;
    private int depth;
    private long value;
    private Problem problem = Problem.NONE;
    private int problemPosition;

    /** Evaluates {@code line} from character {@code start} to its end. */
    Problem evaluate(Line line, int start) {
        this.line = line;
        position = start;
        depth = 0;
        problem = Problem.NONE;
        value = sum();
        if (problem == Problem.NONE && peek() != END) {
            fail(peek() == ')' ? Problem.PARENTHESIS_NOT_OPENED : Problem.OPERATOR_EXPECTED, position);
        }
        return problem;
    }

    /** The result, if there was no problem. */
    long value() {
        return value;
    }

    /** Where in the line the problem is. */
    int problemPosition() {
        return problemPosition;
    }

    private long sum() {
        long left = product();
        while (problem == Problem.NONE && (peek() == '+' || peek() == '-')) {
            int at = position;
            int operator = take();
            long right = product();
            left = operator == '+' ? add(left, right, at) : subtract(left, right, at);
        }
        return left;
    }

    private long product() {
        long left = signed();
        while (problem == Problem.NONE && (peek() == '*' || peek() == '/' || peek() == '%')) {
            int at = position;
            int operator = take();
            long right = signed();
            left = operator == '*' ? multiply(left, right, at) : divide(operator, left, right, at);
        }
        return left;
    }

    private long signed() {
        boolean negative = false;
        int at = position;
        while (peek() == '-' || peek() == '+') {
            at = position;
            negative ^= take() == '-';
        }
        if (peek() == '(') {
            long inner = parenthesised();
            return negative ? subtract(0, inner, at) : inner;
        }
        long negated = negatedNumber();
        return negative ? negated : subtract(0, negated, at);
    }

    private long parenthesised() {
        if (depth == MAX_DEPTH) {
            fail(Problem.TOO_DEEP, position);
            return 0;
        }
        depth++;
        take();
        long inner = sum();
        if (problem == Problem.NONE && peek() != ')') {
            fail(Problem.PARENTHESIS_EXPECTED, position);
        }
        take();
        depth--;
        return inner;
    }

    /** The negative of a number, since the smallest long has no positive counterpart. */
    private long negatedNumber() {
        int start = position;
        if (digit(peek()) < 0 || digit(peek()) > 9) {
            fail(Problem.NUMBER_EXPECTED, position);
            return 0;
        }
        int base = 10;
        if (line.at(position) == '0' && (line.at(position + 1) | ' ') == 'x') {
            base = 16;
            position += 2;
            if (digit(line.at(position)) < 0) {
                fail(Problem.NUMBER_EXPECTED, position);
            }
        }
        long negated = 0;
        int digit = digit(line.at(position));
        while (problem == Problem.NONE && digit >= 0 && digit < base) {
            if (negated < (Long.MIN_VALUE + digit) / base) {
                fail(Problem.OVERFLOW, start);
            }
            negated = negated * base - digit;
            position++;
            digit = digit(line.at(position));
        }
        return negated;
    }

    private long add(long left, long right, int at) {
        long result = left + right;
        if (((left ^ result) & (right ^ result)) < 0) {
            fail(Problem.OVERFLOW, at);
        }
        return result;
    }

    private long subtract(long left, long right, int at) {
        long result = left - right;
        if (((left ^ right) & (left ^ result)) < 0) {
            fail(Problem.OVERFLOW, at);
        }
        return result;
    }

    private long multiply(long left, long right, int at) {
        long result = left * right;
        boolean lost = left == -1 ? right == Long.MIN_VALUE : left != 0 && result / left != right;
        if (lost) {
            fail(Problem.OVERFLOW, at);
        }
        return result;
    }

    private long divide(int operator, long left, long right, int at) {
        if (problem != Problem.NONE) {
            return 0;
        }
        if (right == 0) {
            fail(Problem.DIVISION_BY_ZERO, at);
            return 0;
        }
        if (operator == '%') {
            return left % right;
        }
        if (left == Long.MIN_VALUE && right == -1) {
            fail(Problem.OVERFLOW, at);
            return 0;
        }
        return left / right;
    }

    /** Only the first problem counts: what follows it is guesswork. */
    private void fail(Problem found, int at) {
        if (problem == Problem.NONE) {
            problem = found;
            problemPosition = at;
        }
    }

    private int peek() {
        while (position < line.length() && line.at(position) == ' ') {
            position++;
        }
        return position < line.length() ? line.at(position) : END;
    }

    private int take() {
        int character = peek();
        position++;
        return character;
    }

    private static int digit(int character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int lower = character | ' ';
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
