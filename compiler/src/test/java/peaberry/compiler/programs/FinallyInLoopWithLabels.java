package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A labelled continue leaves through the finally block. */
final class FinallyInLoopWithLabels {

    static void run() {
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                try {
                    if (j == i) {
                        continue outer;
                    }
                    Out.println(i * 10 + j);
                } finally {
                    Out.println("left");
                }
            }
        }
    }
}
