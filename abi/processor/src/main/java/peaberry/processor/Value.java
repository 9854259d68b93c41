package peaberry.processor;

/**
 * A value that travels in a message. A record's components are values of their own.
 *
 * @param name in generated code: a parameter's, with a record's component's behind it
 */
record Value(String name, Kind kind) {

    /** The name of the number that says how many bytes of it there are. */
    String count() {
        return name + "Count";
    }

    /** The name of the slot that a client gives for it, if it is a capability. */
    String place() {
        return name + "Place";
    }

    /** Its name behind another one. */
    String capitalized() {
        return capitalized(name);
    }

    static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
