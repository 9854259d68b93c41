package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Compound assignment to shorts and chars narrows its result. */
final class CompoundShort {

    private static short number = 30000;
    private static char letter = 60000;

    static void run() {
        number += 30000;
        Out.println(number);
        number >>>= 3;
        Out.println(number);
        number *= number;
        Out.println(number);
        letter += 10000;
        Out.println((int) letter);
        letter *= 7;
        Out.println((int) letter);
        letter >>= 2;
        Out.println((int) letter);
        letter -= 40000;
        Out.println((int) letter);
    }
}
