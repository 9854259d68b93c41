package peaberry.people;

import java.io.IOException;
import peaberry.people.Dialogue.NoAnswer;
import peaberry.runtime.Grants;
import peaberry.stream.TerminalControl.Mode;
import peaberry.stream.TerminalControlClient;

/** A command that asks for a password: while it runs the terminal passes on keys. */
final class Command {

    private static final int FAILED = 1;
    private static final int INTERRUPTED = 128 + 2;

    private Command() {
    }

    /** What it does. */
    interface Work {

        /** @throws IOException which says why it could not be done */
        void run(Dialogue dialogue) throws IOException, NoAnswer;
    }

    /** @return the exit status */
    static int run(String name, Work work) {
        TerminalControlClient terminal = new TerminalControlClient(Names.TERMINAL);
        boolean isAtTerminal = !Grants.find(Names.TERMINAL).isNone();
        if (isAtTerminal) {
            terminal.setMode(Mode.KEYS);
        }
        Dialogue dialogue = new Dialogue(new GivenScreen());
        int status = 0;
        try {
            work.run(dialogue);
        } catch (NoAnswer none) {
            status = INTERRUPTED;
        } catch (IOException failure) {
            System.err.println(name + ": " + failure.getMessage());
            status = FAILED;
        }
        if (isAtTerminal) {
            terminal.setMode(Mode.LINES);
        }
        return status;
    }
}
