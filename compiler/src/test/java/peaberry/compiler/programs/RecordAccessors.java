package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A record's accessors, compact constructor, own methods and statics. */
final class RecordAccessors {

    private record Range(int from, int to) {
        static final Range EMPTY = new Range(0, 0);

        Range {
            if (to < from) {
                to = from;
            }
        }

        int size() {
            return to - from;
        }

        @Override
        public int to() {
            return to + 100;
        }
    }

    private static final Range[] RANGES = {new Range(1, 5), new Range(7, 2), Range.EMPTY};

    static void run() {
        for (Range range : RANGES) {
            Out.println(range.from());
            Out.println(range.to());
            Out.println(range.size());
        }
    }
}
