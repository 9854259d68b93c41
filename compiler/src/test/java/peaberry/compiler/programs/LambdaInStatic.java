package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Lambdas and method references kept in static fields. */
final class LambdaInStatic {

    private interface IntFunction {
        int apply(int value);
    }

    private static int triple(int value) {
        return 3 * value;
    }

    private static final IntFunction TWICE = value -> 2 * value;
    private static final IntFunction TRIPLE = LambdaInStatic::triple;
    private static final IntFunction[] ALL = {TWICE, TRIPLE, value -> TWICE.apply(value) + TRIPLE.apply(value)};

    static void run() {
        for (IntFunction each : ALL) {
            Out.println(each.apply(7));
        }
    }
}
