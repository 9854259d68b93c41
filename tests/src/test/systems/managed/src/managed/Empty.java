package managed;

/** Nothing at all, to be counted. */
public final class Empty {

    private Empty() {
    }

    public static void main(String[] arguments) {
        // Nothing.
    }
}
