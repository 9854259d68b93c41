package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Storing an object of the wrong class through a covariant reference is a fault. */
final class ArrayStoreFails {

    private static final String[] WORDS = {"a"};
    private static Object thing = new int[1];

    private static void store(Object[] into, Object what) {
        into[0] = what;
    }

    static void run() {
        store(WORDS, "b");
        Out.println(WORDS[0]);
        store(WORDS, null);
        Out.println(WORDS[0]);
        store(WORDS, thing);
        Out.println("after");
    }
}
