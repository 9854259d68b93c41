package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The right side of && and || is evaluated only if it matters. */
final class ShortCircuit {

    private static boolean said(String what, boolean answer) {
        Out.println(what);
        return answer;
    }

    static void run() {
        Out.println(said("a", false) && said("b", true));
        Out.println(said("c", true) && said("d", false));
        Out.println(said("e", true) || said("f", false));
        Out.println(said("g", false) || said("h", true));
        Out.println(said("i", false) & said("j", true));
        Out.println(said("k", true) | said("l", true));
        if (!(said("m", false) || said("n", false)) && said("o", true)) {
            Out.println("entered");
        }
    }
}
