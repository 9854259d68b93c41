package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Nested loops over arrays of arrays of longs. */
final class MatrixMultiplication {

    private static final long[][] A = {{1, 2, 3}, {4, 5, 6}};
    private static final long[][] B = {{7, 8}, {9, 10}, {11, -12}};
    private static final long[][] PRODUCT = new long[2][2];

    static void run() {
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 3; k++) {
                    PRODUCT[i][j] += A[i][k] * B[k][j];
                }
                Out.println(PRODUCT[i][j]);
            }
        }
    }
}
