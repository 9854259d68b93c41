package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A missing row of an array of arrays is a fault at its use. */
final class RaggedRowNull {

    private static final int[][] ROWS = {{1}, null};

    static void run() {
        for (int[] row : ROWS) {
            Out.println(row.length);
            Out.println(row[0]);
        }
    }
}
