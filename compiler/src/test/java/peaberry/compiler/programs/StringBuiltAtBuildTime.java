package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Strings that static initialisers compute with all of Java. */
final class StringBuiltAtBuildTime {

    private static final String TEXT = String.format("%05d-%s", 42, "x").repeat(2);
    private static final String JOINED = String.join(",", "a", "b") + System.lineSeparator().length();
    private static final int[] CODES = "abc".chars().map(c -> c * 2).toArray();

    static void run() {
        Out.println(TEXT);
        Out.println(JOINED);
        for (int code : CODES) {
            Out.println(code);
        }
    }
}
