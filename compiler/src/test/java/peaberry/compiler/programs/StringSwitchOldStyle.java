package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A string switch with fall-through. */
@SuppressWarnings("fallthrough")
final class StringSwitchOldStyle {

    private static void choose(String word) {
        switch (word) {
            case "Ea":
                Out.println("first");
            case "FB":
                Out.println("second");
                break;
            default:
                Out.println("default");
        }
    }

    static void run() {
        choose("Ea");
        choose("FB");
        choose("Eb");
    }
}
