package peaberry.faults;

/** How a request of a load ended. */
enum Ending {
    /** It was carried out, and what came back is what must. */
    SERVED,
    /** It ended with an error. */
    FAILED,
    /** Nobody answered in time. */
    UNANSWERED,
    /** It was said to be carried out, and something else came back. */
    WRONG;

    private static final Ending[] ALL = values();

    static Ending of(int ordinal) {
        return ALL[ordinal];
    }

    static int count() {
        return ALL.length;
    }
}
