package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Arguments are evaluated before the call; the second one faults. */
final class FaultInArgument {

    private static int zero;

    private static int loud(int value) {
        Out.println(value);
        return value;
    }

    private static int add(int a, int b, int c) {
        return a + b + c;
    }

    static void run() {
        Out.println(add(
            loud(1),
            loud(2) / zero,
            loud(3)));
    }
}
