package peaberry.bench;

/** An ordinary Java program that does nothing. */
public final class Ordinary {

    private Ordinary() {
    }

    /** Ends at once. */
    public static void main(String[] arguments) {
        // There is nothing to do.
    }
}
