package example;

import peaberry.abi.Outcome;
import peaberry.console.Terminal;
import peaberry.system.SystemControlClient;

/** Switches the speaker on, says so, and switches the machine off with status 7. */
public final class Beeper {

    private static final SwitchClient SPEAKER = new SwitchClient("speaker");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");

    private Beeper() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        boolean on = SPEAKER.set(true) == Outcome.DONE;
        CONSOLE.print(on ? "the speaker is on\n" : "there is no speaker\n").flush();
        SYSTEM.shutdown(7);
    }
}
