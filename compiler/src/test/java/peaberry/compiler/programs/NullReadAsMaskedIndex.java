package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A field that is read, masked and used as an index: the fault is on its own line, not the one before. */
final class NullReadAsMaskedIndex {

    private static final class Cell {
        int value = 5;
    }

    private static final Cell[] CELLS = {new Cell(), new Cell(), null};
    private static final int[] COUNTS = new int[8];
    private static final int[] TABLE = {4, 7, 1, 3, 2, 6, 0, 5};
    private static int sum;

    static void run() {
        for (int i = 0; i < 5; i++) {
            Cell cell = CELLS[i];
            COUNTS[TABLE[i] & 7]++;
            sum += TABLE[cell.value & 7];
            COUNTS[sum & 3]++;
        }
        Out.println(sum);
    }
}
