package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** System.arraycopy beyond the source's end is a fault and copies nothing. */
final class CopyPastSourceEnd {

    private static final int[] FROM = {1, 2, 3};
    private static final int[] TO = new int[10];
    private static int count = 3;

    static void run() {
        System.arraycopy(FROM, 0, TO, 7, count);
        Out.println(TO[9]);
        System.arraycopy(FROM, 1, TO, 0, count);
        Out.println("after");
    }
}
