package peaberry.compiler.library;

/** Native bodies of methods of {@code Enum}. */
public final class Enums {

    private Enums() {
    }

    /** Without the JDK's check that both are of one class, which only an unchecked cast gets past javac. */
    public static int compareTo(Enum<?> self, Enum<?> other) {
        return self.ordinal() - other.ordinal();
    }
}
