package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A fault inside a lambda names the lambda's line. */
final class LambdaFaults {

    private interface Division {
        int apply(int a, int b);
    }

    private static int divide(Division division, int a, int b) {
        return division.apply(a, b);
    }

    static void run() {
        for (int i = 2; i >= 0; i--) {
            Out.println(divide(
                (a, b) ->
                    a / b,
                10, i));
        }
    }
}
