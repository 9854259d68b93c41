package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A sieve over an array of booleans. */
final class Sieve {

    private static final boolean[] COMPOSITE = new boolean[200];

    static void run() {
        for (int i = 2; i < COMPOSITE.length; i++) {
            if (COMPOSITE[i]) {
                continue;
            }
            Out.println(i);
            for (int j = i * i; j < COMPOSITE.length; j += i) {
                COMPOSITE[j] = true;
            }
        }
    }
}
