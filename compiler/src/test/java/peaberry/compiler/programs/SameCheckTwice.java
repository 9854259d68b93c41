package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The same check on two lines faults on the right one. */
final class SameCheckTwice {

    private static int[] data = {1, 2, 3};
    private static int index = 3;
    private static boolean right = true;

    static void run() {
        Out.println("before");
        int value;
        if (right) {
            value = data[index] + 1;
        } else {
            value = data[index] + 2;
        }
        Out.println(value);
    }
}
