package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** System.arraycopy between arrays of every kind. */
final class CopyRanges {

    private static final byte[] B = {1, 2, 3, 4};
    private static final byte[] B2 = new byte[6];
    private static final long[] L = {1, 2, 3, 4};
    private static final long[] L2 = new long[6];
    private static final char[] C = {'a', 'b', 'c'};
    private static final char[] C2 = new char[6];
    private static final String[] T = {"x", "y", "z"};
    private static final Object[] T2 = new Object[6];

    static void run() {
        System.arraycopy(B, 1, B2, 2, 3);
        System.arraycopy(L, 0, L2, 2, 4);
        System.arraycopy(C, 2, C2, 0, 1);
        System.arraycopy(T, 0, T2, 1, 3);
        System.arraycopy(T, 3, T2, 6, 0);
        for (int i = 0; i < 6; i++) {
            Out.println(B2[i]);
            Out.println(L2[i]);
            Out.println(C2[i]);
            Out.println((String) T2[i]);
        }
    }
}
