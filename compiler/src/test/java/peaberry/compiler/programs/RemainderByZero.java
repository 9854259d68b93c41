package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The remainder by zero is a fault. */
final class RemainderByZero {

    private static int[] divisors = {3, -3, 0, 5};

    static void run() {
        for (int divisor : divisors) {
            Out.println(100 % divisor);
        }
    }
}
