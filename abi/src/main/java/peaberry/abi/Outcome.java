package peaberry.abi;

/**
 * How any call of an {@link Interface} can end. An interface with errors of its own has an enum that begins with these. The ordinal is
 * the label of the answer.
 */
public enum Outcome {
    /** It was done, and the results are there. */
    DONE,
    /** The request breaks the interface, or is one of another version; or the answer did. */
    INVALID,
    /** The server was destroyed before it answered: what was asked may have been done or not. Only the client's side says this. */
    SERVER_RESTARTED,
    /** The kernel did not carry the call to its end: no such endpoint, no right to send, no time left. Only the client's side says this. */
    UNREACHABLE
}
