package peaberry.process;

/** What somebody does to a program that is known by its number in {@link ProgramTable}. A program cannot do anything about it. */
public enum ProgramSignal {
    /** Nothing: whether it is there, and may be sent anything, is all that is to be known. */
    ASK,
    /** Ends it, at once, with all that it started. */
    END,
    /** Takes its time away, whatever it does or waits for; not that of what it started. */
    STOP,
    /** Gives it back if it was stopped. */
    CONTINUE
}
