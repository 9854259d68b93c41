package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Arrays of each primitive type, read and written at their width. */
final class PrimitiveArrays {

    private static final byte[] B = {1, -2, 127};
    private static final short[] S = {1, -2, 32767};
    private static final char[] C = {'a', '\uFFFE'};
    private static final int[] I = {1, -2, Integer.MAX_VALUE};
    private static final long[] L = {1, -2, Long.MAX_VALUE};
    private static final boolean[] Z = {true, false};

    static void run() {
        B[0] = (byte) (B[1] + B[2] * 3);
        S[0] = (short) (S[1] + S[2] * 3);
        C[0] = (char) (C[1] + 5);
        I[0] = I[1] + I[2] * 3;
        L[0] = L[1] + L[2] * 3;
        Z[0] = Z[1] | B[1] < 0;
        for (byte each : B) {
            Out.println(each);
        }
        for (short each : S) {
            Out.println(each);
        }
        for (char each : C) {
            Out.println(each);
        }
        for (int each : I) {
            Out.println(each);
        }
        for (long each : L) {
            Out.println(each);
        }
        for (boolean each : Z) {
            Out.println(each);
        }
    }
}
