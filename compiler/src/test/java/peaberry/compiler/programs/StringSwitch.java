package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A switch over strings, of which two have the same hash. */
final class StringSwitch {

    private static final String[] WORDS = {"Aa", "BB", "C#", "", "help", "nothing", "AaAa", "BBBB", "AaBB"};

    private static int choose(String word) {
        return switch (word) {
            case "Aa" -> 1;
            case "BB" -> 2;
            case "AaAa" -> 3;
            case "AaBB" -> 4;
            case "" -> 5;
            case "help" -> 6;
            default -> 0;
        };
    }

    static void run() {
        for (String word : WORDS) {
            Out.println(choose(word));
        }
    }
}
