package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An expression that needs many values at once. */
final class DeepExpression {

    private static int a = 1;
    private static long b = 2;

    static void run() {
        Out.println(a + (b * (a - (b + (a * (b - (a + (b * (a - (b + (a ^ b)))))))))));
        Out.println(((a + b) * (a - b) + (b << a)) * ((a | 8) + (b & 3)) - ((a + 1) * (b + 1) - (a + 2) * (b + 2)));
    }
}
