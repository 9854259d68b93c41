package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Of two faulty elements in one expression the left one counts. */
final class BoundsInsideExpression {

    private static final int[] DATA = {1, 2};
    private static int left = 5;
    private static int zero;

    static void run() {
        Out.println("before");
        int value = DATA[left]
            / zero;
        Out.println(value);
    }
}
