package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Unboxed;

/** Arrays of unboxed records, made by an initialiser and written at run time. */
final class UnboxedArrays {

    @Unboxed
    private record Weight(int grams) {
        Weight heavier(int by) {
            return new Weight(grams + by);
        }
    }

    private static final Weight[] WEIGHTS = {new Weight(5), new Weight(-6), new Weight(7)};

    private static int total(Weight[] weights) {
        int total = 0;
        for (Weight weight : weights) {
            total += weight.grams();
        }
        return total;
    }

    static void run() {
        Out.println(total(WEIGHTS));
        WEIGHTS[1] = WEIGHTS[2].heavier(1000);
        Out.println(total(WEIGHTS));
        Out.println(WEIGHTS.length);
        Out.println(WEIGHTS[3].grams());
    }
}
