package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The conditional operator over ints, longs, mixed widths, booleans and references. */
final class TernaryKinds {

    private static boolean yes = true;
    private static boolean no;
    private static short small = -5;
    private static char letter = 'q';

    static void run() {
        Out.println(yes ? 1 : 2);
        Out.println(no ? 1L : 2);
        Out.println(yes ? small : 7);
        Out.println(no ? letter : 'z');
        Out.println(yes ? letter : small);
        Out.println(yes ? "left" : "right");
        Out.println(no ? yes : !no);
        Out.println(yes ? no ? 1 : 2 : 3);
        String chosen = no ? "something" : null;
        Out.println(chosen);
    }
}
