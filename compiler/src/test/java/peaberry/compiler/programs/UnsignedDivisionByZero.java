package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The unsigned helpers fault on zero too. */
final class UnsignedDivisionByZero {

    private static int zero;

    static void run() {
        Out.println("before");
        Out.println(Integer.divideUnsigned(-1, zero));
    }
}
