package peaberry.compiler.testing;

/**
 * What a native run of a program did.
 *
 * @param output what it printed
 * @param ending {@link #NORMAL}, or the kind of fault and the method and line where it happened
 */
public record Outcome(String output, String ending) {

    public static final String NORMAL = "ended normally";

    /** The end by a fault of the kind of that {@code peaberry.abi.JavaTrap}, in {@code class.method}. */
    static String fault(String kind, String method, int line) {
        return kind + " in " + method + " line " + line;
    }

    @Override
    public String toString() {
        return output + "[" + ending + "]";
    }
}
