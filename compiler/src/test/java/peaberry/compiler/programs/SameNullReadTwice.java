package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The same read from null in two branches faults on the right line. */
final class SameNullReadTwice {

    private static final class Cell {
        int value;
    }

    private static Cell cell;
    private static boolean right;

    static void run() {
        Out.println("before");
        int value;
        if (right) {
            value = cell.value + 1;
        } else {
            value = cell.value + 2;
        }
        Out.println(value);
    }
}
