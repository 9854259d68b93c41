package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A shift of a long uses the low six bits of the distance, an int or a long. */
final class LongShifts {

    private static long[] values = {1, -1, Long.MIN_VALUE, 0x1234_5678_9ABC_DEF0L};
    private static int[] distances = {0, 1, 31, 32, 63, 64, 65, -1, -63, Integer.MIN_VALUE};

    static void run() {
        for (long value : values) {
            for (int distance : distances) {
                Out.println(value << distance);
                Out.println(value >> distance);
                Out.println(value >>> distance);
                Out.println(value << (long) distance);
            }
        }
    }
}
