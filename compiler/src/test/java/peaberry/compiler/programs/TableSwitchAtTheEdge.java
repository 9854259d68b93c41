package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Dense switches whose keys touch the smallest and largest int. */
final class TableSwitchAtTheEdge {

    private static int low(int value) {
        return switch (value) {
            case Integer.MIN_VALUE -> 1;
            case Integer.MIN_VALUE + 1 -> 2;
            case Integer.MIN_VALUE + 2 -> 3;
            case Integer.MIN_VALUE + 3 -> 4;
            default -> 0;
        };
    }

    private static int high(int value) {
        return switch (value) {
            case Integer.MAX_VALUE -> 1;
            case Integer.MAX_VALUE - 1 -> 2;
            case Integer.MAX_VALUE - 2 -> 3;
            case Integer.MAX_VALUE - 3 -> 4;
            default -> 0;
        };
    }

    static void run() {
        for (int i = -5; i < 6; i++) {
            Out.println(low(Integer.MIN_VALUE + i));
            Out.println(high(Integer.MAX_VALUE + i));
        }
    }
}
