package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An array of an interface takes only its implementors. */
final class ArrayStoreInterface {

    private interface Door {
    }

    private static final class Gate implements Door {
    }

    private static final Object[] DOORS = new Door[3];
    private static final Gate GATE = new Gate();

    static void run() {
        DOORS[2] = GATE;
        Out.println(DOORS[2] == GATE);
        DOORS[1] = "not a door";
        Out.println("after");
    }
}
