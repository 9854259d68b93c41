package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** floorMod by zero is a fault. */
final class FloorModByZero {

    private static long zero;

    static void run() {
        Out.println("before");
        Out.println(Math.floorMod(5L, zero));
    }
}
