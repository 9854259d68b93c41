package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A string switch over null is a fault. */
final class NullStringSwitch {

    private static String word;

    static void run() {
        Out.println("before");
        switch (word) {
            case "a" -> Out.println("a");
            default -> Out.println("default");
        }
    }
}
