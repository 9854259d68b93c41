package peaberry.compiler.library;

/** Native bodies of methods of {@code Objects} that check indices. */
final class Indices {

    private Indices() {
    }

    static int check(int index, int length) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException();
        }
        return index;
    }
}
