package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Two references to one array see each other's writes. */
final class ArrayAliases {

    private static final int[] A = {1, 2, 3};
    private static int[] b = A;
    private static final int[][] HOLDER = {A, A};

    static void run() {
        b[0] = 10;
        HOLDER[1][1] = 20;
        Out.println(A[0] + A[1] + A[2]);
        A[2] = 30;
        Out.println(b[2] + HOLDER[0][2]);
        Out.println(b == HOLDER[1]);
        b = HOLDER[0].length > 3 ? A : null;
        Out.println(b == null);
    }
}
