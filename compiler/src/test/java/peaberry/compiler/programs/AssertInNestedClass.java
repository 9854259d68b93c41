package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A nested class has its own assertion flag. */
final class AssertInNestedClass {

    private static final class Checker {
        private final int limit;

        Checker(int limit) {
            this.limit = limit;
        }

        void check(int value) {
            assert value < limit : "too large";
            Out.println(value);
        }
    }

    private static final Checker CHECKER = new Checker(3);

    static void run() {
        for (int i = 0; i < 10; i++) {
            CHECKER.check(i);
        }
    }
}
