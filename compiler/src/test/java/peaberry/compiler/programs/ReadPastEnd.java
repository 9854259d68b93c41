package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Reading one past the end of an array is a fault. */
final class ReadPastEnd {

    private static final int[] DATA = {1, 2, 3};

    static void run() {
        int sum = 0;
        for (int i = 0; i <= DATA.length; i++) {
            sum += DATA[i];
            Out.println(sum);
        }
    }
}
