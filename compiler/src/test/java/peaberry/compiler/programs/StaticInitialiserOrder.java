package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Static initialisers run from top to bottom, each class at its first use. */
final class StaticInitialiserOrder {

    private static int first = next();
    private static int second;
    private static int third = next();

    static {
        second = 10 * next();
    }

    private static int fourth = next();

    private static int counter;

    private static int next() {
        return ++counter;
    }

    private static final class Lazy {
        static int seen = fourth + 1000;
    }

    private static int fifth = Lazy.seen;

    static void run() {
        Out.println(first);
        Out.println(second);
        Out.println(third);
        Out.println(fourth);
        Out.println(fifth);
        Out.println(counter);
        Out.println(Lazy.seen);
    }
}
