package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A switch expression in the middle of an expression, with yield. */
final class SwitchYield {

    private static int weigh(int value) {
        return 100 + switch (value) {
            case 0 -> 1;
            case 1 -> {
                int twice = value + value;
                yield twice * 2;
            }
            default -> {
                if (value < 0) {
                    yield -1;
                }
                yield value;
            }
        } * 2;
    }

    static void run() {
        for (int i = -2; i < 4; i++) {
            Out.println(weigh(i));
        }
    }
}
