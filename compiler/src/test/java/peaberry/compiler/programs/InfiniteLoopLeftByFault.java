package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A loop without an exit ends by its fault. */
final class InfiniteLoopLeftByFault {

    private static final int[] DATA = new int[6];

    private static void fill() {
        int i = 0;
        for (;;) {
            DATA[i] = i;
            Out.println(DATA[i]);
            i++;
        }
    }

    static void run() {
        fill();
    }
}
