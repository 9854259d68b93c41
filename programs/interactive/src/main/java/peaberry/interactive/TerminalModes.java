package peaberry.interactive;

/** A terminal, as far as its shell decides about it. */
public interface TerminalModes {

    /** Whether there is one. */
    boolean exists();

    /** What is typed comes key by key from now on, and is not shown. */
    void readKeys();

    /** What is typed comes line by line from now on, is shown, and can be corrected until Enter: as programs expect. */
    void readLines();

    /** How many columns it has; 0 if it has not said so. */
    int columns();

    /** How many rows it has; 0 if it has not said so. */
    int rows();

    /** Whether what was printed last ended a line. */
    boolean isAtLineStart();
}
