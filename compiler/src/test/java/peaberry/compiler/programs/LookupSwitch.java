package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A sparse switch with the extreme keys. */
final class LookupSwitch {

    private static int[] values = {
        Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -1, 0, 1, 1_000_000, Integer.MAX_VALUE,
        Integer.MAX_VALUE - 1,
    };

    private static int choose(int value) {
        switch (value) {
            case Integer.MIN_VALUE:
                return 1;
            case -1:
                return 2;
            case 1_000_000:
                return 3;
            case Integer.MAX_VALUE:
                return 4;
            default:
                return 5;
        }
    }

    static void run() {
        for (int value : values) {
            Out.println(choose(value));
        }
    }
}
