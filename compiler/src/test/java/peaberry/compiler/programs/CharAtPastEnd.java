package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** charAt of the length is a fault. */
final class CharAtPastEnd {

    private static String text = "abc";

    static void run() {
        for (int i = 0; i < 10; i++) {
            Out.println(text.charAt(i));
        }
    }
}
