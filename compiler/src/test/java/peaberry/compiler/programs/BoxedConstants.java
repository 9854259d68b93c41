package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Boxes that initialisers made are unboxed at run time. */
final class BoxedConstants {

    private static final class Holder<T> {
        private final T content;

        Holder(T content) {
            this.content = content;
        }

        T content() {
            return content;
        }
    }

    private static final Holder<Integer> SMALL = new Holder<>(42);
    private static final Holder<Integer> LARGE = new Holder<>(1_000_000);
    private static final Holder<Long> WIDE = new Holder<>(1L << 40);
    private static final Holder<Integer> NONE = new Holder<>(null);

    static void run() {
        int small = SMALL.content();
        Out.println(small + LARGE.content());
        Out.println(WIDE.content());
        int none = NONE.content();
        Out.println(none);
    }
}
