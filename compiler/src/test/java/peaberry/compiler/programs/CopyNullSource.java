package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** System.arraycopy from null is a fault. */
final class CopyNullSource {

    private static int[] none;
    private static final int[] TO = new int[3];

    static void run() {
        Out.println("before");
        System.arraycopy(none, 0, TO, 0, 0);
    }
}
