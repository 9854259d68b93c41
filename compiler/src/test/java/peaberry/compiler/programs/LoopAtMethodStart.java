package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A method whose first instruction is the head of a loop, with changing parameters. */
final class LoopAtMethodStart {

    private static int collatz(int n, long steps) {
        do {
            n = (n & 1) == 0 ? n / 2 : 3 * n + 1;
            steps++;
        } while (n != 1);
        return (int) steps;
    }

    private static int spin(int n) {
        while (true) {
            if (n > 100) {
                return n;
            }
            n = n * 3 + 1;
        }
    }

    static void run() {
        Out.println(collatz(27, 0));
        Out.println(collatz(1, 1L << 33));
        Out.println(spin(1));
        Out.println(spin(1000));
    }
}
