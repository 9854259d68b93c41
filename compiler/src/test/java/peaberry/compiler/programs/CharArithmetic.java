package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A char counts as an unsigned number and a cast gives it back. */
final class CharArithmetic {

    private static char letter = 'x';

    static void run() {
        Out.println(letter + 1);
        Out.println((char) (letter + 1));
        Out.println(letter - 'a');
        letter += 3;
        Out.println((int) letter);
        letter = 0;
        letter--;
        Out.println((int) letter);
        letter++;
        Out.println((int) letter);
        Out.println('a' < letter);
        Out.println((char) ('a' * 2));
    }
}
