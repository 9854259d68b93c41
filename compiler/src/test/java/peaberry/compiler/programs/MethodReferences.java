package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** References to static methods, to methods of the first argument, and with widening. */
final class MethodReferences {

    private static final class Cell {
        final int value;

        Cell(int value) {
            this.value = value;
        }

        int value() {
            return value;
        }

        boolean same(Cell other) {
            return value == other.value;
        }
    }

    private interface Measure<T> {
        long of(T what);
    }

    private interface Relation<T> {
        boolean holds(T a, T b);
    }

    private static final Cell ONE = new Cell(1);
    private static final Cell ALSO_ONE = new Cell(1);
    private static final Cell TWO = new Cell(2);

    private static <T> long measure(Measure<T> measure, T what) {
        return measure.of(what);
    }

    private static <T> boolean holds(Relation<T> relation, T a, T b) {
        return relation.holds(a, b);
    }

    static void run() {
        Out.println(measure(Cell::value, TWO));
        Out.println(measure(String::length, "twelve chars"));
        Out.println(holds(Cell::same, ONE, ALSO_ONE));
        Out.println(holds(Cell::same, ONE, TWO));
        Out.println(holds(String::equals, "x", "y"));
    }
}
