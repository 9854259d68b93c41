package peaberry.shell;

import peaberry.runtime.Capability;
import peaberry.runtime.Console;
import peaberry.runtime.Names;
import peaberry.runtime.ProgramSlots;
import peaberry.runtime.SystemService;
import peaberry.runtime.Text;

/** What all commands use: the console, the system, and one text for the line that is being printed. */
final class Session {

    static final Console CONSOLE = new Console(Capability.at(ProgramSlots.CONSOLE));
    static final SystemService SYSTEM = new SystemService(Capability.at(ProgramSlots.SYSTEM));

    /** Room for a whole line of input in UTF-8, and some words around it. */
    private static final Text TEXT = new Text(4 * Line.MAX_LENGTH + 256);

    private static final Text OWN_NAME = new Text(Names.MAX_BYTES).append("shell");

    private Session() {
    }

    /** The number of the process that runs this. */
    static int ownNumber() {
        return SYSTEM.find(OWN_NAME);
    }

    /** The text, emptied: whoever uses it prints it before the next one does. */
    static Text text() {
        return TEXT.clear();
    }
}
