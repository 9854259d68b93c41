package peaberry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.shell.Calculator.Problem;

class CalculatorTest {

    private final Calculator calculator = new Calculator();

    @ParameterizedTest
    @CsvSource({
        "6*7, 42", "1+2*3, 7", "(1+2)*3, 9", "10-3-2, 5", "100/10/5, 2", "7%4*2, 6", "-7/2, -3", "-7%3, -1", "2--3, 5",
        "- - 5, 5", "-(2+3), -5", "+4, 4", "0x10, 16", "0XfF + 1, 256", "' 1 + 1 ', 2", "((((1)))), 1", "0, 0", "007, 7",
        "9223372036854775807, 9223372036854775807", "-9223372036854775808, -9223372036854775808",
        "(-9223372036854775808), -9223372036854775808", "-0x8000000000000000, -9223372036854775808",
        "-9223372036854775808 % -1, 0", "-4611686018427387904 * 2, -9223372036854775808",
    })
    void expressionsHaveTheirValue(String expression, long value) {
        assertEquals(Problem.NONE, calculator.evaluate(Lines.of(expression), 0));
        assertEquals(value, calculator.value());
    }

    @ParameterizedTest
    @CsvSource({
        "1/0, DIVISION_BY_ZERO, 1", "5 % (2-2), DIVISION_BY_ZERO, 2", "'', NUMBER_EXPECTED, 0", "1+, NUMBER_EXPECTED, 2",
        "*3, NUMBER_EXPECTED, 0", "(), NUMBER_EXPECTED, 1", "abc, NUMBER_EXPECTED, 0", "0x, NUMBER_EXPECTED, 2", "2 3, OPERATOR_EXPECTED, 2",
        "2), PARENTHESIS_NOT_OPENED, 1", "(2)), PARENTHESIS_NOT_OPENED, 3", "2ä, OPERATOR_EXPECTED, 1", "(1, PARENTHESIS_EXPECTED, 2", "((1), PARENTHESIS_EXPECTED, 4",
        "9223372036854775808, OVERFLOW, 0", "1 + 99999999999999999999, OVERFLOW, 4", "0x8000000000000000, OVERFLOW, 0",
        "9223372036854775807+1, OVERFLOW, 19", "-9223372036854775808-1, OVERFLOW, 20", "4294967296*4294967296, OVERFLOW, 10",
        "-9223372036854775808/-1, OVERFLOW, 20", "-9223372036854775808*-1, OVERFLOW, 20", "-1*-9223372036854775808, OVERFLOW, 2",
        "-(-9223372036854775808), OVERFLOW, 0", "1/0+99999999999999999999, DIVISION_BY_ZERO, 1",
    })
    void errorsNameTheirPlace(String expression, Problem problem, int position) {
        assertEquals(problem, calculator.evaluate(Lines.of(expression), 0));
        assertEquals(position, calculator.problemPosition());
    }

    @Test
    void parenthesesMayBeNestedSoDeepAndNoDeeper() {
        int deepest = Calculator.MAX_DEPTH;
        assertEquals(Problem.NONE, calculator.evaluate(Lines.of("(".repeat(deepest) + 1 + ")".repeat(deepest)), 0));
        assertEquals(Problem.TOO_DEEP, calculator.evaluate(Lines.of("(".repeat(1000)), 0));
        assertEquals(deepest, calculator.problemPosition());
    }

    @Test
    void evaluationStartsWhereItIsTold() {
        assertEquals(Problem.NONE, calculator.evaluate(Lines.of("calc 6*7"), 5));
        assertEquals(42, calculator.value());
    }

    @Test
    void arithmeticIsThatOfUnboundedIntegersOrAnError() {
        Random random = new Random(4711);
        long[] edges = {0, 1, -1, 2, 3, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, -(1L << 31), 3037000500L};
        for (int i = 0; i < 20_000; i++) {
            long left = random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextLong() >> random.nextInt(64);
            long right = random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextLong() >> random.nextInt(64);
            char operator = "+-*/%".charAt(random.nextInt(5));
            check(left, operator, right);
        }
    }

    private void check(long left, char operator, long right) {
        String expression = left + " " + operator + " " + right;
        Problem problem = calculator.evaluate(Lines.of(expression), 0);
        if (right == 0 && (operator == '/' || operator == '%')) {
            assertEquals(Problem.DIVISION_BY_ZERO, problem, expression);
            return;
        }
        BigInteger a = BigInteger.valueOf(left);
        BigInteger b = BigInteger.valueOf(right);
        BigInteger exact = switch (operator) {
            case '+' -> a.add(b);
            case '-' -> a.subtract(b);
            case '*' -> a.multiply(b);
            case '/' -> a.divide(b);
            default -> a.remainder(b);
        };
        if (exact.bitLength() > 63) {
            assertEquals(Problem.OVERFLOW, problem, expression);
        } else {
            assertEquals(Problem.NONE, problem, expression);
            assertEquals(exact.longValueExact(), calculator.value(), expression);
        }
    }
}
