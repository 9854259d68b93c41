package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A finally block runs after its body, on return, break and continue. */
final class FinallyWithoutThrow {

    private static int trace;

    private static int returning(int value) {
        try {
            if (value > 1) {
                return value;
            }
            trace += 1;
        } finally {
            trace += 10;
        }
        return -value;
    }

    static void run() {
        Out.println(returning(1));
        Out.println(returning(2));
        Out.println(trace);
        for (int i = 0; i < 4; i++) {
            try {
                if (i == 1) {
                    continue;
                }
                if (i == 3) {
                    break;
                }
                Out.println(i);
            } finally {
                Out.println("finally");
            }
        }
    }
}
