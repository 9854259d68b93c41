package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Methods that call themselves and each other. */
final class Recursion {

    private static int fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    private static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    private static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    private static long ackermann(long m, long n) {
        if (m == 0) {
            return n + 1;
        }
        return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }

    static void run() {
        Out.println(fibonacci(15));
        Out.println(even(10));
        Out.println(odd(10));
        Out.println(ackermann(2, 3));
    }
}
