package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The body of do/while runs at least once; continue goes to its condition. */
final class DoWhile {

    static void run() {
        int i = 10;
        do {
            Out.println(i);
        } while (i < 10);
        do {
            i--;
            if (i % 3 == 0) {
                continue;
            }
            Out.println(i);
        } while (i > 0);
    }
}
