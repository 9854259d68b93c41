package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A large array of zeros, of which a few elements are used. */
final class LargeArray {

    private static final long[] LARGE = new long[100_000];

    static void run() {
        LARGE[99_999] = 7;
        LARGE[0] = 1;
        long sum = 0;
        for (long each : LARGE) {
            sum = sum * 3 + each;
        }
        Out.println(sum);
        Out.println(LARGE.length);
    }
}
