package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Two static nested classes with equal member names do not mix. */
final class StaticNestedCounters {

    private static final class A {
        private static int count = 10;

        static int next() {
            return count++;
        }
    }

    private static final class B {
        private static int count = 20;

        static int next() {
            return count += 2;
        }
    }

    static void run() {
        for (int i = 0; i < 3; i++) {
            Out.println(A.next());
            Out.println(B.next());
        }
    }
}
