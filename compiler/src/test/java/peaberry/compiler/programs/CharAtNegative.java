package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** charAt of -1 is a fault, also for wide strings. */
final class CharAtNegative {

    private static String text = "\u4F60\u597D";

    static void run() {
        for (int i = 1; i > -5; i--) {
            Out.println(text.charAt(i));
        }
    }
}
