package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Variables of different kinds that share a slot one after the other. */
final class ReusedLocalSlot {

    static void run() {
        for (int round = 0; round < 2; round++) {
            {
                int number = 7 + round;
                Out.println(number);
            }
            {
                String text = "seven";
                Out.println(text.length());
            }
            {
                long wide = 7L << 40;
                Out.println(wide);
            }
            {
                int[] array = null;
                Out.println(array == null);
            }
        }
    }
}
