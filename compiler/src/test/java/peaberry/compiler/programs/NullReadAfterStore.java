package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** What was stored before the fault has been stored. */
final class NullReadAfterStore {

    private static final class Cell {
        int value;
        Cell next;
    }

    private static final Cell CELL = new Cell();

    private static void fill(Cell cell, int depth) {
        cell.value = depth;
        Out.println(CELL.value);
        fill(cell.next, depth + 1);
    }

    static void run() {
        fill(CELL, 3);
    }
}
