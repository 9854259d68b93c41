package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A store into a narrow element drops the high bits and touches no neighbour. */
final class NarrowStores {

    private static final byte[] B = new byte[3];
    private static final short[] S = new short[3];
    private static final char[] C = new char[3];
    private static final boolean[] Z = new boolean[3];
    private static int wide = 0x1234_56F8;

    static void run() {
        B[1] = (byte) wide;
        S[1] = (short) wide;
        C[1] = (char) wide;
        Z[1] = wide > 0;
        for (int i = 0; i < 3; i++) {
            Out.println(B[i]);
            Out.println(S[i]);
            Out.println((int) C[i]);
            Out.println(Z[i]);
        }
    }
}
