package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Operands are evaluated from left to right, and an array element before the right side. */
final class EvaluationOrder {

    private static int step;
    private static int[] slots = new int[8];

    private static int next() {
        return ++step;
    }

    static void run() {
        Out.println(next() - next() * next());
        slots[next() - 4] = next();
        Out.println(slots[0]);
        slots[next() - 6] += next() + slots[0];
        Out.println(slots[0]);
        int i = 1;
        i = i++ + i;
        Out.println(i);
        int[] a = slots;
        int k = 0;
        a[k] = k = 3;
        Out.println(a[0]);
        Out.println(a[3]);
    }
}
