package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A generic interface is implemented through a bridge method. */
final class BridgeMethods {

    private interface Transformer<A, B> {
        B apply(A value);
    }

    private static final class Length implements Transformer<String, int[]> {
        private final int[] result = new int[1];

        @Override
        public int[] apply(String value) {
            result[0] = value.length();
            return result;
        }
    }

    private abstract static class Ordered<T extends Ordered<T>> {
        abstract boolean before(T other);
    }

    private static final class Number extends Ordered<Number> {
        private final int value;

        Number(int value) {
            this.value = value;
        }

        @Override
        boolean before(Number other) {
            return value < other.value;
        }
    }

    private static <T extends Ordered<T>> T first(T a, T b) {
        return a.before(b) ? a : b;
    }

    private static final Transformer<String, int[]> LENGTH = new Length();
    private static final Number TWO = new Number(2);
    private static final Number THREE = new Number(3);

    static void run() {
        Out.println(LENGTH.apply("four")[0]);
        Out.println(first(THREE, TWO).value);
    }
}
