package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Arrays of arrays: regular, ragged, shared and replaced rows. */
final class ArraysOfArrays {

    private static final int[][] REGULAR = new int[3][4];
    private static final int[][] RAGGED = {{1}, {2, 3}, {}, null};
    private static final byte[][][] CUBE = new byte[2][3][];

    static void run() {
        for (int i = 0; i < REGULAR.length; i++) {
            for (int j = 0; j < REGULAR[i].length; j++) {
                REGULAR[i][j] = i * 10 + j;
            }
        }
        Out.println(REGULAR[2][3]);
        Out.println(REGULAR[1][0]);
        RAGGED[3] = RAGGED[1];
        RAGGED[3][0] += 5;
        Out.println(RAGGED[1][0]);
        Out.println(RAGGED[2].length);
        REGULAR[0] = RAGGED[0];
        Out.println(REGULAR[0].length);
        Out.println(CUBE[1].length);
        Out.println(CUBE[1][2] == null);
    }
}
