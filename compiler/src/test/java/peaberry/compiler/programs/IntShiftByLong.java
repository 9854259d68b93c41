package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An int shifted by a long distance is an int and uses five bits of it. */
final class IntShiftByLong {

    private static long distance = 0x1_0000_0021L;

    static void run() {
        int value = 0x4000_0001;
        Out.println(value << distance);
        Out.println(value >> distance);
        Out.println(-value >>> distance);
    }
}
