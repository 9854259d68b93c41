package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A long divided by zero is a fault. */
final class LongDivisionByZero {

    private static long zero;

    static void run() {
        Out.println("before");
        Out.println(Long.MIN_VALUE / zero);
    }
}
