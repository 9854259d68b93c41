package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Guards are tried in order, and the switch goes on after one that fails. */
final class PatternSwitchWithGuards {

    private static final Object[] THINGS = {"short", "a longer text", new int[3], new int[0], new Object()};

    private static int classify(Object thing) {
        return switch (thing) {
            case String text when text.length() > 10 -> 1;
            case String text when text.charAt(0) == 's' -> 2;
            case String text -> 3;
            case int[] numbers when numbers.length == 0 -> 4;
            case int[] numbers -> 5;
            default -> 6;
        };
    }

    static void run() {
        for (Object thing : THINGS) {
            Out.println(classify(thing));
        }
        Out.println(classify("other"));
    }
}
