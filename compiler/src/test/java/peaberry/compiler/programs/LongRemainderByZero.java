package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The remainder of longs by zero is a fault. */
final class LongRemainderByZero {

    private static long divisor = 2;

    static void run() {
        while (true) {
            Out.println(17L % divisor);
            divisor--;
        }
    }
}
