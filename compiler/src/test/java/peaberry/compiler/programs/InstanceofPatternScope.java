package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Pattern variables that reach beyond their condition. */
final class InstanceofPatternScope {

    private static final Object[] THINGS = {"text", new int[] {4, 5}, null};

    private static int measure(Object thing) {
        if (!(thing instanceof String text)) {
            return thing instanceof int[] numbers && numbers.length > 1 ? numbers[1] : -1;
        }
        return text.length();
    }

    static void run() {
        for (Object thing : THINGS) {
            Out.println(measure(thing));
        }
    }
}
