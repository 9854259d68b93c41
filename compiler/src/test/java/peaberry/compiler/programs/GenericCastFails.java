package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The cast that a generic method's caller makes is a fault of the caller. */
final class GenericCastFails {

    private static Object stored = new int[1];

    @SuppressWarnings("unchecked")
    private static <T> T take() {
        return (T) stored;
    }

    static void run() {
        int[] numbers = take();
        Out.println(numbers.length);
        String text = take();
        Out.println(text.length());
    }
}
