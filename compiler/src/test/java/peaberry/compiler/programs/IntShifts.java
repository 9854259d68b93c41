package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A shift of an int uses the low five bits of the distance. */
final class IntShifts {

    private static int[] values = {1, -1, Integer.MIN_VALUE, 0x1234_5678};
    private static int[] distances = {0, 1, 5, 31, 32, 33, 63, 64, -1, -31, Integer.MIN_VALUE};

    static void run() {
        for (int value : values) {
            for (int distance : distances) {
                Out.println(value << distance);
                Out.println(value >> distance);
                Out.println(value >>> distance);
            }
        }
    }
}
