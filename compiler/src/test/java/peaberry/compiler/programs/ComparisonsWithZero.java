package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The comparisons that have an instruction of their own. */
final class ComparisonsWithZero {

    private static int[] values = {0, 1, -1, Integer.MIN_VALUE};

    static void run() {
        for (int value : values) {
            Out.println(value == 0 ? "zero" : "not zero");
            Out.println(value < 0 ? "negative" : "not negative");
            Out.println(value > 0 ? "positive" : "not positive");
            Out.println(value >= 0);
            Out.println(value <= 0);
            Out.println(value != 0);
        }
    }
}
