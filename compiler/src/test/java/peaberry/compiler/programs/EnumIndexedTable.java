package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An array indexed by an enum's ordinal, reset and compared. */
final class EnumIndexedTable {

    private enum Color { RED, GREEN, BLUE }

    private static final int[] COUNTS = new int[Color.values().length];
    private static final Color[] DRAWN = {Color.BLUE, Color.RED, Color.BLUE};

    static void run() {
        for (Color color : DRAWN) {
            COUNTS[color.ordinal()]++;
        }
        for (int count : COUNTS) {
            Out.println(count);
        }
        Out.println(DRAWN[0] == DRAWN[2]);
        Out.println(DRAWN[0] != DRAWN[1]);
    }
}
