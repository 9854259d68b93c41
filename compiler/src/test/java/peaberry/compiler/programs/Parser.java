package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A recursive descent calculator over a string. */
final class Parser {

    private static String input;
    private static int position;

    private static char peek() {
        return position < input.length() ? input.charAt(position) : '\0';
    }

    private static long sum() {
        long value = product();
        while (peek() == '+' || peek() == '-') {
            value = input.charAt(position++) == '+' ? value + product() : value - product();
        }
        return value;
    }

    private static long product() {
        long value = factor();
        while (peek() == '*' || peek() == '/') {
            value = input.charAt(position++) == '*' ? value * factor() : value / factor();
        }
        return value;
    }

    private static long factor() {
        if (peek() == '(') {
            position++;
            long value = sum();
            position++;
            return value;
        }
        if (peek() == '-') {
            position++;
            return -factor();
        }
        long value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = value * 10 + input.charAt(position++) - '0';
        }
        return value;
    }

    private static long evaluate(String text) {
        input = text;
        position = 0;
        return sum();
    }

    static void run() {
        Out.println(evaluate("6*7"));
        Out.println(evaluate("1+2*3-4/2"));
        Out.println(evaluate("(1+2)*-(3-5)"));
        Out.println(evaluate("9999999999*99"));
        Out.println(evaluate("1/(2-2)"));
    }
}
