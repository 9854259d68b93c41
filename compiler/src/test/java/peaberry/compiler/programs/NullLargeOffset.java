package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A field far from the start of a null object is a fault all the same. */
final class NullLargeOffset {

    private static final class Wide {
        long a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9;
        int last = 3;
    }

    private static Wide wide = new Wide();

    static void run() {
        Out.println(wide.last);
        wide = null;
        Out.println(wide.last);
    }
}
