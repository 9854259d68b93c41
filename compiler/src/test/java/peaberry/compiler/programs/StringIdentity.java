package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Equal string constants are the same object in all classes. */
final class StringIdentity {

    private static final class Other {
        static final String WORD = "wo" + "rd";
        static String variable = "word";
    }

    private static String local = "word";

    static void run() {
        Out.println(local == Other.WORD);
        Out.println(local == Other.variable);
        Out.println("word" == local);
        Out.println("other" == local);
    }
}
