package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An array of longs does not go into an array of arrays of ints. */
final class ArrayStoreOfRow {

    private static final Object[] ROWS = new int[2][];
    private static final long[] LONGS = new long[1];
    private static final int[] INTS = new int[1];

    static void run() {
        ROWS[0] = INTS;
        Out.println(ROWS[0] == INTS);
        ROWS[1] = LONGS;
        Out.println("after");
    }
}
