package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A division whose result is not used still faults. */
final class UnusedDivisionFaults {

    private static int zero;

    static void run() {
        Out.println("before");
        int unused = 1 / zero;
        Out.println("after");
    }
}
