package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Enum constants with bodies of their own. */
final class EnumBodies {

    private enum Operator {
        ADD('+') {
            @Override
            int apply(int a, int b) {
                return a + b;
            }
        },
        SUBTRACT('-') {
            @Override
            int apply(int a, int b) {
                return a - b;
            }
        },
        ZERO('0') {
            @Override
            int apply(int a, int b) {
                return 0;
            }

            @Override
            boolean constant() {
                return true;
            }
        };

        private static final Operator[] ALL = values();

        private final char symbol;

        Operator(char symbol) {
            this.symbol = symbol;
        }

        abstract int apply(int a, int b);

        boolean constant() {
            return false;
        }
    }

    static void run() {
        for (Operator operator : Operator.ALL) {
            Out.println(operator.symbol);
            Out.println(operator.apply(50, 8));
            Out.println(operator.constant());
        }
    }
}
