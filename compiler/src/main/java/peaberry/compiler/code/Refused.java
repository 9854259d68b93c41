package peaberry.compiler.code;

/** Ends the translation of a method that uses what the native profile does not have. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param construct a noun phrase */
    Refused(String construct) {
        super(construct);
    }
}
