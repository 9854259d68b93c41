package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The values of variables after leaving a loop in different ways. */
final class LoopWithTwoExits {

    private static int[] data = {4, 8, 15, 16, 23, 42};

    private static int indexOf(int wanted) {
        int i;
        for (i = 0; i < data.length; i++) {
            if (data[i] == wanted) {
                break;
            }
        }
        return i;
    }

    static void run() {
        Out.println(indexOf(4));
        Out.println(indexOf(42));
        Out.println(indexOf(7));
    }
}
