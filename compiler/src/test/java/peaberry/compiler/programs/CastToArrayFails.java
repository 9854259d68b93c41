package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A cast to an array of another kind is a fault. */
final class CastToArrayFails {

    private static Object array = new int[] {1, 2};

    static void run() {
        Out.println(((int[]) array)[1]);
        Out.println(((long[]) array)[1]);
    }
}
