package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Writing an element of a null array is a fault. */
final class NullArrayWrite {

    private static byte[] none;
    private static int index = 1 << 20;

    static void run() {
        Out.println("before");
        none[index] = 1;
    }
}
