package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Finally blocks run from the inside out, and the result was computed before them. */
final class NestedFinally {

    private static int state = 1;

    private static int nested() {
        try {
            try {
                return state;
            } finally {
                state *= 10;
                Out.println("inner");
            }
        } finally {
            state += 5;
            Out.println("outer");
        }
    }

    private static int overridden() {
        int value = 1;
        try {
            return value;
        } finally {
            value = 2;
            Out.println(value);
        }
    }

    static void run() {
        Out.println(nested());
        Out.println(state);
        Out.println(overridden());
    }
}
