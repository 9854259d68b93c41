package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Compound division by zero is a fault and leaves the variable. */
@SuppressWarnings("lossy-conversions")
final class DivisionAssignment {

    private static byte value = 17;
    private static int zero;

    static void run() {
        value /= 5;
        Out.println(value);
        value %= zero;
        Out.println(value);
    }
}
