package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A pattern switch without a null case faults on null. */
final class NullPatternSwitch {

    private static Object nothing;

    static void run() {
        Out.println("before");
        Out.println(switch (nothing) {
            case String text -> text.length();
            default -> -1;
        });
    }
}
