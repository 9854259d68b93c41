package peaberry.compiler.library;

/** Native bodies of methods of {@code Objects} that check indices. */
public final class Indices {

    private Indices() {
    }

    public static int check(int index, int length) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException();
        }
        return index;
    }
}
