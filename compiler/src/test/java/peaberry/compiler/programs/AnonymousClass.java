package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Anonymous classes made by an initialiser. */
final class AnonymousClass {

    private abstract static class Operation {
        final String name;

        Operation(String name) {
            this.name = name;
        }

        abstract long apply(long a, long b);
    }

    private static final Operation[] OPERATIONS = {
        new Operation("add") {
            @Override
            long apply(long a, long b) {
                return a + b;
            }
        },
        new Operation("multiply") {
            private int calls;

            @Override
            long apply(long a, long b) {
                return a * b + ++calls;
            }
        },
    };

    static void run() {
        for (Operation operation : OPERATIONS) {
            Out.println(operation.name);
            Out.println(operation.apply(6, 7));
            Out.println(operation.apply(8, 9));
        }
    }
}
