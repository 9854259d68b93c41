package peaberry.runtime;

import peaberry.abi.Tag;

/** How a server answers. The ordinal is the label of the answer. */
public enum Outcome {
    DONE,
    /** There is no process, entry or record of that name or number. */
    NOT_FOUND,
    /** The client may not ask for this. */
    REFUSED,
    /** Too many clients wait already: ask again. */
    BUSY,
    /** The request has no meaning. */
    INVALID,
    /** It was tried and did not work. */
    FAILED,
    /** The server was destroyed before it answered. Only the kernel says this. */
    ABORTED;

    private static final Outcome[] ALL = values();

    /** What this answer says. */
    public static Outcome of(Tag answer) {
        if (answer.failed()) {
            return ABORTED;
        }
        int label = answer.label();
        return label >= 0 && label < ALL.length ? ALL[label] : INVALID;
    }

    /** The tag of such an answer. @param words how many words it has */
    public Tag tag(int words) {
        return Tag.of(ordinal(), words);
    }
}
