package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Arrays whose elements are of a type variable. */
final class GenericArrays {

    private static final class Stack<T> {
        private final T[] elements;
        private int size;

        Stack(T[] elements) {
            this.elements = elements;
        }

        void push(T element) {
            elements[size++] = element;
        }

        T pop() {
            return elements[--size];
        }
    }

    private static final Stack<String> WORDS = new Stack<>(new String[2]);

    static void run() {
        WORDS.push("a");
        WORDS.push("bc");
        Out.println(WORDS.pop().length());
        Out.println(WORDS.pop());
        Out.println(WORDS.pop());
    }
}
