package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A read from null comes before a later division by zero. */
final class NullReadInOrder {

    private static final class Cell {
        int value;
    }

    private static Cell cell;
    private static int zero;

    static void run() {
        Out.println("before");
        int value = cell.value
            + 1 / zero;
        Out.println(value);
    }
}
