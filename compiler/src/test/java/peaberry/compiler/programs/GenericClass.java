package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A generic class holds what it is given and gives it back cast. */
final class GenericClass {

    private static final class Box<T> {
        private T content;

        Box(T content) {
            this.content = content;
        }

        T exchange(T next) {
            T previous = content;
            content = next;
            return previous;
        }
    }

    private static final Box<String> TEXT = new Box<>("first");
    private static final Box<int[]> NUMBERS = new Box<>(new int[] {1, 2, 3});

    static void run() {
        Out.println(TEXT.exchange("second"));
        Out.println(TEXT.exchange("third").length());
        Out.println(NUMBERS.exchange(null)[1]);
        Out.println(NUMBERS.exchange(null) == null);
    }
}
