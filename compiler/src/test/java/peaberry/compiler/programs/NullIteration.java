package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Iterating over null is a fault. */
final class NullIteration {

    private static String[] none;

    static void run() {
        Out.println("before");
        for (String each : none) {
            Out.println(each);
        }
    }
}
