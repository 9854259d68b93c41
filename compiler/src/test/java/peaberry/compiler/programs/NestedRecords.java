package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Records inside records, generic ones too. */
final class NestedRecords {

    private record Point(int x, int y) {
        Point {
            assert x >= 0;
        }
    }

    private record Line(Point from, Point to) {
        int width() {
            return to.x() - from.x();
        }
    }

    private record Pair<A, B>(A first, B second) {
    }

    private static final Pair<Line, String> PAIR = new Pair<>(new Line(new Point(1, 2), new Point(10, 20)), "line");
    private static final Pair<Line, String> SAME = new Pair<>(new Line(new Point(1, 2), new Point(10, 20)), "line");

    static void run() {
        Out.println(PAIR.first().width());
        Out.println(PAIR.first().to().y());
        Out.println(PAIR.second());
        Out.println(PAIR.equals(SAME));
        Out.println(PAIR.first().from().equals(SAME.first().to()));
    }
}
