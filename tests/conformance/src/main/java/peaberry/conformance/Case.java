package peaberry.conformance;

/**
 * One thing that the kernel must do.
 *
 * @param object the kind of object that it is about
 * @param name   what must be, as a sentence
 * @param body   sets up, acts, and tells {@link Check} what it sees
 */
record Case(String object, String name, Body body) {

    /** What a case does. */
    interface Body {
        void run();
    }
}
