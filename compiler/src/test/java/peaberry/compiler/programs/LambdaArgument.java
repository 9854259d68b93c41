package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Lambdas that capture nothing, made where they are used. */
final class LambdaArgument {

    private interface Binary {
        long apply(long a, int b);
    }

    private static long fold(int count, Binary operation) {
        long result = 1;
        for (int i = 1; i <= count; i++) {
            result = operation.apply(result, i);
        }
        return result;
    }

    private static int calls;

    static void run() {
        Out.println(fold(10, (a, b) -> a * b));
        Out.println(fold(10, (a, b) -> a + b));
        Out.println(fold(5, (a, b) -> {
            calls++;
            return a << b;
        }));
        Out.println(calls);
    }
}
