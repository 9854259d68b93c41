package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Two methods of the same source line are told apart. */
final class TwoMethodsOnOneLine {

    private static int[] data = {1};
    private static int first(int i) { return data[i]; } private static int second(int i) { return data[i]; }

    static void run() {
        Out.println(first(0));
        Out.println(second(0));
        Out.println(second(1));
    }
}
