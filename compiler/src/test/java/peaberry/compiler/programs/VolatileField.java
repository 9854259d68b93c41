package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A volatile field is an ordinary one for a single thread. */
final class VolatileField {

    private static volatile int number = 3;
    private volatile long wide = 4;
    private static final VolatileField OBJECT = new VolatileField();

    static void run() {
        number += 2;
        OBJECT.wide = number * OBJECT.wide;
        Out.println(number);
        Out.println(OBJECT.wide);
    }
}
