package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Indices far outside, the smallest int among them. */
final class WriteFarOutside {

    private static final short[] DATA = new short[4];
    private static int index = Integer.MIN_VALUE;

    static void run() {
        Out.println("before");
        DATA[index] = 1;
    }
}
