package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Length, characters, emptiness and equality of strings. */
final class StringBasics {

    private static final String[] TEXTS = {"", "a", "hello", "hello!", "Hello"};

    static void run() {
        for (String text : TEXTS) {
            Out.println(text.length());
            Out.println(text.isEmpty());
            for (int i = 0; i < text.length(); i++) {
                Out.println(text.charAt(i));
            }
            for (String other : TEXTS) {
                Out.println(text.equals(other));
            }
            Out.println(text.equals(null));
        }
    }
}
