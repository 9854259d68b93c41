package peaberry.stream;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.runtime.Capability;

/** A terminal, for whoever decides who reads from it and writes to it. */
@Interface(outcomes = TerminalControl.Outcome.class)
public interface TerminalControl {

    /** What a client gives to others is numbered 0 to this, less one. */
    int GIFTS = 32;

    /** Says what becomes of what is typed. At first it is lines. Whoever reads can ask for keys by his stream ({@link ByteStream#setMode}), and gets them whatever is said here. */
    @Idempotent
    void setMode(Mode mode);

    /**
     * Lets somebody else read and write: by a {@code ByteStream} that is his alone, so that nothing that is typed is lost when he ends while he waits for it.
     *
     * @param number by which the client can take it back, in place of what it gave by that number before
     */
    @Idempotent
    Capability give(@Range(max = GIFTS - 1) int number);

    /** Takes back what was given. Nothing happens if nothing was. */
    @Idempotent
    void takeBack(@Range(max = GIFTS - 1) int number);

    /** Says who is in front of the terminal: whom Ctrl-C interrupts and Ctrl-Z stops. @param group a {@code ProcessGroup} */
    void setForeground(Capability group);

    /** Says who reads what is typed: whoever was given a stream by this number, and processes of the declaration. Others wait, such as one that was stopped while it read. At first all read. */
    @Idempotent
    void setReader(@Range(max = GIFTS - 1) int number);

    /** As {@link #setReader}, of several: those who were given streams by the numbers of the bits that are set. */
    @Idempotent
    void setReaders(long numbers);

    /** Nobody is. Ctrl-C and Ctrl-Z discard the line that is being typed, and end the read of whoever is to read. */
    @Idempotent
    void clearForeground();

    /** Whether Ctrl-C was typed, other than as a key, since somebody asked for that last: whoever decides about the terminal may have something of its own to give up. */
    boolean takeInterrupt();

    /** What the terminal looks like. */
    @Idempotent
    View view();

    /**
     * @param rows how many it has; 0, as are the columns, if it has not said that: it does by answering ECMA-48's request for the cursor's place, and {@code ./peaberry run} at a terminal does of itself
     * @param isAtLineStart whether what was printed last ended a line
     */
    record View(@Range(max = 9999) int rows, @Range(max = 9999) int columns, boolean isAtLineStart) {
    }

    /** What becomes of what is typed. */
    enum Mode {
        /** It can be corrected until Enter, is shown, and comes line by line; Ctrl-D at the start of a line is the end. */
        LINES,
        /** As {@link #KEYS}, but for Ctrl-C and Ctrl-Z, which do what they do with lines. */
        INTERRUPTIBLE_KEYS,
        /** It comes as it is typed, key by key, and is not shown. */
        KEYS
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** As much was given as there is room for. */
        NO_ROOM
    }
}
