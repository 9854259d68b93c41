package peaberry.compiler.programs;

import java.util.Objects;

import peaberry.compiler.testing.Out;

/** Objects.requireNonNull gives its argument or faults. */
final class RequireNonNull {

    private static String text = "text";

    static void run() {
        Out.println(Objects.requireNonNull(text));
        text = null;
        Out.println(Objects.requireNonNull(text));
    }
}
