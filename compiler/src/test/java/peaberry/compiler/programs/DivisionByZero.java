package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An int divided by zero is a fault. */
final class DivisionByZero {

    private static int zero;

    static void run() {
        Out.println(zero / 7);
        Out.println(7 / zero);
    }
}
