package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The last read of an element that is always null, masked, in a loop with other work. */
final class NullReadAfterCount {

    private static final class Cell {
        int value = 5;
    }

    private static final Cell[] CELLS = {new Cell(), null};
    private static final char[] LETTERS = new char[8];
    private static int fuel = 100;

    static void run() {
        boolean same = false;
        Out.println("before");
        while (--fuel >= 0) {
            LETTERS[Integer.numberOfTrailingZeros(fuel) & 7]++;
            same = fuel != CELLS[CELLS[1].value & 1].value;
        }
        Out.println(same);
    }
}
