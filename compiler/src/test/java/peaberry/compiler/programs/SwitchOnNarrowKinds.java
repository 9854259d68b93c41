package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Switches over bytes and chars. */
final class SwitchOnNarrowKinds {

    private static byte[] bytes = {-128, -1, 0, 127};

    static void run() {
        for (byte b : bytes) {
            switch (b) {
                case -128 -> Out.println("lowest");
                case 127 -> Out.println("highest");
                default -> Out.println(b);
            }
        }
        String text = "a+(\uFFFF";
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '+', '-' -> Out.println("operator");
                case '(' -> Out.println("open");
                case '\uFFFF' -> Out.println("last");
                default -> Out.println(text.charAt(i));
            }
        }
    }
}
