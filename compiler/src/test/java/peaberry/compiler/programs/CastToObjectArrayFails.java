package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An array of primitives is no array of objects. */
final class CastToObjectArrayFails {

    private static Object array = new int[][] {{7}};
    private static Object row = new int[] {7};

    static void run() {
        Out.println(((Object[]) array).length);
        Out.println(((Object[]) row).length);
    }
}
