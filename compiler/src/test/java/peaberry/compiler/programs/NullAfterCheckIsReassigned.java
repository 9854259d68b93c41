package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A variable that was checked and then changed is checked again. */
final class NullAfterCheckIsReassigned {

    private static final class Cell {
        int value;
        Cell next;
    }

    private static final Cell CELL = new Cell();

    static void run() {
        Cell cell = CELL;
        if (cell != null) {
            Out.println(cell.value);
            cell = cell.next;
            Out.println(cell == null);
            Out.println(cell.value);
        }
    }
}
