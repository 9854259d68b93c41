package peaberry.processor;

/**
 * A method of an interface.
 *
 * @param number        its place in the declaration, from 0
 * @param documentation its comment, or null
 */
record Method(String name, int number, boolean idempotent, String documentation, Content parameters, Content results) {

    /** The name of a result at the client: the method's and the component's. */
    String resultName(Value result) {
        return name + result.capitalized();
    }

    /** The name of the label's constant. */
    String constant() {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
    }

    String identity() {
        return name + identity(parameters) + identity(results);
    }

    private static String identity(Content content) {
        return content.values().stream().map(value -> value.name() + " " + value.kind().identity()).toList().toString();
    }
}
