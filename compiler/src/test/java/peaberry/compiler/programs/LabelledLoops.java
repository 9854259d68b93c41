package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Labelled break and continue out of nested loops. */
final class LabelledLoops {

    static void run() {
        outer:
        for (int i = 0; i < 6; i++) {
            int j = 0;
            while (true) {
                if (j == i) {
                    continue outer;
                }
                if (i * j > 10) {
                    break outer;
                }
                Out.println(10 * i + j);
                j++;
            }
        }
        block:
        {
            Out.println("in");
            if (Integer.compare(1, 2) < 0) {
                break block;
            }
            Out.println("not reached");
        }
        Out.println("out");
    }
}
