package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Lengths of arrays of several kinds, the empty one among them. */
final class ArrayLengths {

    private static final int[] NONE = {};
    private static final String[] WORDS = {"a", "b"};
    private static final long[][] GRID = new long[4][7];
    private static final Object[] OBJECTS = new Object[100];
    private static final boolean[] FLAGS = new boolean[1];

    static void run() {
        Out.println(NONE.length);
        Out.println(WORDS.length);
        Out.println(GRID.length);
        Out.println(GRID[3].length);
        Out.println(OBJECTS.length);
        Out.println(FLAGS.length);
        for (int each : NONE) {
            Out.println(each);
        }
    }
}
