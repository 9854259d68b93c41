package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A dense switch with gaps, fall-through and a default in the middle. */
@SuppressWarnings("fallthrough")
final class TableSwitch {

    private static void choose(int value) {
        switch (value) {
            case 1:
                Out.println("one");
            case 2:
                Out.println("two");
                break;
            default:
                Out.println("default");
            case 4:
                Out.println("four");
                break;
            case 5:
                return;
        }
        Out.println("after");
    }

    static void run() {
        for (int i = -1; i < 8; i++) {
            choose(i);
        }
    }
}
