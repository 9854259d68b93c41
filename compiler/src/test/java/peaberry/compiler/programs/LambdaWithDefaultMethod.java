package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A lambda is an object of its interface, default methods included. */
final class LambdaWithDefaultMethod {

    private interface Check {
        boolean test(int value);

        default Check self() {
            return this;
        }

        default boolean testTwice(int value) {
            return test(value) && test(value * 2);
        }
    }

    static void run() {
        Check small = value -> value < 10;
        Out.println(small.testTwice(3));
        Out.println(small.self().testTwice(7));
        Object object = small;
        Out.println(object instanceof Check);
    }
}
