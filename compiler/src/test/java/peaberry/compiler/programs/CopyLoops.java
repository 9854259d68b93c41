package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Loops that an optimiser turns into calls of memcpy and memset. */
final class CopyLoops {

    private static final byte[] FROM = new byte[300];
    private static final byte[] TO = new byte[300];
    private static final long[] ZEROED = new long[50];

    static void run() {
        for (int i = 0; i < FROM.length; i++) {
            FROM[i] = (byte) (i * 7);
        }
        for (int i = 0; i < FROM.length; i++) {
            TO[i] = FROM[i];
        }
        for (int i = 0; i < ZEROED.length; i++) {
            ZEROED[i] = -1;
        }
        for (int i = 0; i < ZEROED.length - 1; i++) {
            ZEROED[i] = 0;
        }
        int sum = 0;
        for (byte each : TO) {
            sum = sum * 31 + each;
        }
        Out.println(sum);
        Out.println(ZEROED[48] + ZEROED[49]);
    }
}
