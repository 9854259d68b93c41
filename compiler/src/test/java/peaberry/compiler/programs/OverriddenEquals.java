package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An overridden equals and hashCode are called through Object. */
final class OverriddenEquals {

    private static final class Point {
        private final int x;
        private final int y;

        Point(int x, int y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point point && point.x == x && point.y == y;
        }

        @Override
        public int hashCode() {
            return 31 * x + y;
        }
    }

    private static final Object[] OBJECTS = {new Point(1, 2), new Point(1, 2), new Point(2, 1), "text"};

    static void run() {
        for (Object a : OBJECTS) {
            for (Object b : OBJECTS) {
                Out.println(a.equals(b));
            }
        }
        Out.println(((Point) OBJECTS[0]).hashCode());
        Out.println(((String) OBJECTS[3]).hashCode());
    }
}
