package peaberry.stream;

import peaberry.runtime.Answer;
import peaberry.stream.ByteStream.Outcome;
import peaberry.stream.TerminalControl.Mode;

/** A stream that is no terminal's: what only those can do, it refuses. */
public abstract class NoTerminalServer extends ByteStreamServer {

    @Override
    protected Answer plain() {
        return refuse(Outcome.NO_TERMINAL);
    }

    @Override
    protected Answer isTerminal() {
        return answerIsTerminal(false);
    }

    @Override
    protected Answer setMode(Mode mode) {
        return refuse(Outcome.NO_TERMINAL);
    }

    @Override
    protected Answer isReadable() {
        return refuse(Outcome.NO_TERMINAL);
    }
}
