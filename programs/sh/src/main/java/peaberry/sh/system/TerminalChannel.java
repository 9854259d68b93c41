package peaberry.sh.system;

import java.io.IOException;

/** A channel that may be a terminal, for a program that takes keys. Whatever it asked for ends with the program. */
public interface TerminalChannel extends Channel {

    /** Says what is read there. At first it is lines. */
    void setMode(Mode mode) throws IOException;

    /** Whether something can be read without waiting for it, if only that nothing will ever come. */
    boolean isReadable() throws IOException;

    /** What is read. */
    enum Mode {
        /** What was typed until Enter, which was shown meanwhile and could be corrected. Ctrl-C interrupts. */
        LINES,
        /** Keys, as they are typed, which are not shown; but Ctrl-C interrupts. */
        INTERRUPTIBLE_KEYS,
        /** Keys, Ctrl-C among them. */
        KEYS
    }
}
