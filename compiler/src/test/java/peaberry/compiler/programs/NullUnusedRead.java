package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A field read from null whose value nobody uses is still a fault. */
final class NullUnusedRead {

    private static final class Cell {
        int value;
    }

    private static Cell cell;

    static void run() {
        Out.println("before");
        int unused = cell.value;
        Out.println("after");
    }
}
