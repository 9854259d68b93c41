package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Writing a field of null is a fault. */
final class NullFieldWrite {

    private static final class Cell {
        long value;
    }

    private static Cell cell;

    static void run() {
        Out.println("before");
        cell.value = 7;
        Out.println("after");
    }
}
