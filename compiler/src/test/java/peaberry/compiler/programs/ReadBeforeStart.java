package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Reading index -1 is a fault. */
final class ReadBeforeStart {

    private static final long[] DATA = {1, 2, 3};
    private static int index = 2;

    static void run() {
        while (true) {
            Out.println(DATA[index]);
            index--;
        }
    }
}
