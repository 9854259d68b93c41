package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A pattern switch over a sealed interface with enum constants and records. */
final class QualifiedEnumSwitch {

    private sealed interface Token permits Symbol, Digits {
    }

    private enum Symbol implements Token { PLUS, MINUS, END }

    private record Digits(int value) implements Token {
    }

    private static final Token[] TOKENS = {new Digits(7), Symbol.PLUS, new Digits(0), Symbol.MINUS, Symbol.END};

    private static int weight(Token token) {
        return switch (token) {
            case Symbol.PLUS -> 1;
            case Symbol.MINUS -> 2;
            case Symbol other -> 100 + other.ordinal();
            case Digits digits when digits.value() == 0 -> 10;
            case Digits digits -> digits.value() * 1000;
        };
    }

    static void run() {
        for (Token token : TOKENS) {
            Out.println(weight(token));
        }
    }
}
