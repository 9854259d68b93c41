package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Everything printed before a fault is seen. */
final class FaultAfterMuchOutput {

    private static int limit = 5000;

    static void run() {
        int[] data = DATA;
        for (int i = 0; ; i++) {
            Out.println(data[i] + i * limit);
        }
    }

    private static final int[] DATA = new int[20_000];
}
