package peaberry.stream;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.runtime.Capability;
import peaberry.runtime.Window;

/** Bytes in order: from somebody, or to somebody. Who has one can do one of these, as whoever gave it says. */
@Interface(outcomes = ByteStream.Outcome.class)
public interface ByteStream {

    /** The most bytes of one request. */
    int MAX_BYTES = 64 << 10;

    /**
     * Answered as soon as there are bytes. A client asks once at a time: if it asks again, its earlier call ends with {@link Outcome#BUSY}.
     *
     * @param count  the most that are wanted
     * @param to     where they go, of which it needs the right to write
     * @param offset in the window, of the first byte
     * @return how many came, 1 at least
     */
    @Range(min = 1, max = MAX_BYTES)
    int read(@Range(min = 1, max = MAX_BYTES) int count, Window to, @Range(max = Long.MAX_VALUE) long offset);

    /**
     * Answered when all bytes were taken, not when somebody has read them. As with {@link #read}, a client asks once at a time.
     *
     * @param from   where they come from, of which it needs the right to read
     * @param offset in the window, of the first byte
     */
    void write(@Range(min = 1, max = MAX_BYTES) int count, Window from, @Range(max = Long.MAX_VALUE) long offset);

    /**
     * The same stream of a terminal, as one may give it to whom one does not trust with more than text: of what is written there control characters are shown, and do nothing to the terminal.
     * It ends with the stream itself. {@link Outcome#NO_TERMINAL} if the stream is none of a terminal's.
     */
    @Idempotent
    Capability plain();

    /** Whether it is a terminal's, which does what is written there: one of text alone ({@link #plain}) says no. */
    @Idempotent
    boolean isTerminal();

    /**
     * Says what becomes of what is typed at a terminal while the client may read there ({@link TerminalControl#setReader}): of several such wishes the last in the order of
     * {@link TerminalControl.Mode} counts. It ends when the stream is taken back, so that a program that ends leaves nothing of it; and if it was keys then, the terminal's screen is put in order, too.
     * {@link Outcome#NO_TERMINAL} if the stream is none of a terminal's, or of text alone.
     */
    @Idempotent
    void setMode(TerminalControl.Mode mode);

    /** Whether something was typed at a terminal that the client may read, so that {@link #read} would be answered at once. {@link Outcome#NO_TERMINAL} as of {@link #setMode}. */
    @Idempotent
    boolean isReadable();

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There are no bytes any more, and never will be. */
        END,
        /** Nobody is there who could read the bytes; some may have been taken before. */
        BROKEN,
        /** It goes in the other direction. */
        WRONG_DIRECTION,
        /** The window is too small or does not allow it; some bytes may have been copied. */
        BAD_WINDOW,
        /** It was asked again, or too many wait already. */
        BUSY,
        /** It is no terminal's. */
        NO_TERMINAL,
        /** Of a terminal: Ctrl-C was typed, and the line is gone. */
        INTERRUPTED
    }
}
