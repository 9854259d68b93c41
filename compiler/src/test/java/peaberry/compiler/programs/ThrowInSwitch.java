package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A switch whose default throws. */
final class ThrowInSwitch {

    private static int parse(char letter) {
        return switch (letter) {
            case 'a' -> 1;
            case 'b' -> 2;
            default -> throw new IllegalArgumentException("letter");
        };
    }

    static void run() {
        Out.println(parse('a'));
        Out.println(parse('b'));
        Out.println(parse('c'));
    }
}
