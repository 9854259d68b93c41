package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The overflowing division with operands that the optimiser can see. */
final class MinimumByMinusOneConstant {

    static void run() {
        int i = Integer.MIN_VALUE;
        long l = Long.MIN_VALUE;
        int minus = Integer.compare(1, 2);
        Out.println(i / minus);
        Out.println(i % minus);
        Out.println(l / minus);
        Out.println(l % minus);
    }
}
