package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A cast whose result is not used still faults. */
final class CastUnusedFails {

    private static Object thing = "text";

    static void run() {
        Out.println("before");
        int[] unused = (int[]) thing;
        Out.println("after");
    }
}
