package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Comparisons kept as booleans and as numbers, then branched on. */
final class ComparisonAsValue {

    private static long[] values = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE};

    static void run() {
        for (long a : values) {
            for (long b : values) {
                boolean less = a < b;
                int order = Long.compare(a, b);
                int both = (less ? 10 : 20) + order;
                Out.println(both);
                if (less != order < 0) {
                    Out.println("wrong");
                }
            }
        }
    }
}
