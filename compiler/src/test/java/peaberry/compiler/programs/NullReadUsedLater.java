package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The fault comes where the field is read, not where its value is used. */
final class NullReadUsedLater {

    private static final class Cell {
        int value;
    }

    private static Cell cell;
    private static boolean wanted;

    static void run() {
        Out.println("before");
        int value =
            cell.value;
        if (wanted) {
            Out.println(value);
        }
        Out.println("after");
    }
}
