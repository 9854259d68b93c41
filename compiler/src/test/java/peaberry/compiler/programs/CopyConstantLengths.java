package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Copies of lengths that the optimiser can see, around the width of a word. */
final class CopyConstantLengths {

    private static final byte[] FROM = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
    private static final byte[] TO = new byte[20];

    private static void show() {
        int sum = 0;
        for (byte each : TO) {
            sum = sum * 31 + each;
        }
        Out.println(sum);
    }

    static void run() {
        System.arraycopy(FROM, 0, TO, 0, 0);
        show();
        System.arraycopy(FROM, 3, TO, 1, 1);
        show();
        System.arraycopy(FROM, 3, TO, 2, 7);
        show();
        System.arraycopy(FROM, 1, TO, 0, 8);
        show();
        System.arraycopy(FROM, 5, TO, 7, 9);
        show();
        System.arraycopy(FROM, 0, TO, 2, 18);
        show();
        System.arraycopy(TO, 0, TO, 1, 19);
        show();
        System.arraycopy(TO, 9, TO, 0, 11);
        show();
    }
}
