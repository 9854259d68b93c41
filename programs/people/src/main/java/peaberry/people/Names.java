package peaberry.people;

/** Under which names programs find what they were given. */
final class Names {

    /** The folder of all accounts. */
    static final String PEOPLE = "people";
    /** The folder of one's own password. */
    static final String PASSWORD = "password";
    /** Where it is said what came of an attempt to log in. */
    static final String VERDICT = "verdict";
    static final String TERMINAL = "terminal";

    private Names() {
    }
}
