package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Writing past the end is a fault and writes nothing. */
final class WritePastEnd {

    private static final byte[] DATA = new byte[4];
    private static int index = 3;

    static void run() {
        DATA[index++] = 1;
        Out.println(DATA[3]);
        DATA[index++] = 2;
        Out.println("after");
    }
}
