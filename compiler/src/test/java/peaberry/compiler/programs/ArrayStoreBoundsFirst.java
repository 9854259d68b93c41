package peaberry.compiler.programs;

/** The index is checked before the class of what is stored. */
final class ArrayStoreBoundsFirst {

    private static final Object[] WORDS = new String[1];
    private static final Object THING = new Object();
    private static int index = 1;

    static void run() {
        WORDS[index] = THING;
    }
}
