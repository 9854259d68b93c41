package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The array that a generic class is given is checked where it is used as its type. */
final class GenericArrayCastFails {

    @SuppressWarnings("unchecked")
    private static <T> T[] as(Object[] array) {
        return (T[]) array;
    }

    private static final Object[] OBJECTS = {"a"};

    static void run() {
        Object[] same = GenericArrayCastFails.<Object>as(OBJECTS);
        Out.println(same.length);
        String[] words = as(OBJECTS);
        Out.println(words.length);
    }
}
