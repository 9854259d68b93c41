package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Loops with several variables, without parts, and counting down. */
final class ForVariants {

    static void run() {
        for (int i = 0, j = 10; i < j; i += 2, j--) {
            Out.println(i * 100 + j);
        }
        int k = 3;
        for (; ; ) {
            if (k-- == 0) {
                break;
            }
            Out.println(k);
        }
        for (long l = Long.MAX_VALUE - 2; l > 0; l++) {
            Out.println(l);
        }
        for (byte b = 125; b > 0; b++) {
            Out.println(b);
        }
    }
}
