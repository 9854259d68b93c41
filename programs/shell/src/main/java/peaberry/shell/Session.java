package peaberry.shell;

import peaberry.console.Terminal;
import peaberry.runtime.Text;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** What all commands use: the console, the system, and one text for the line that is being printed. */
final class Session {

    static final Terminal CONSOLE = new Terminal("console");
    static final SystemControlClient SYSTEM = new SystemControlClient("system");
    static final SupervisionClient SUPERVISOR = new SupervisionClient("supervision");

    /** Room for a whole line of input in UTF-8, and some words around it. */
    private static final Text TEXT = new Text(4 * Line.MAX_LENGTH + 256);

    private Session() {
    }

    /** The number of the process that runs this. */
    static int ownNumber() {
        return SYSTEM.self() == SystemControl.Outcome.DONE ? SYSTEM.selfResult() : -1;
    }

    /** The number of the process of that name; -1 if there is none. */
    static int number(Text name) {
        return SYSTEM.find(name) == SystemControl.Outcome.DONE ? SYSTEM.findResult() : -1;
    }

    /** The text, emptied: whoever uses it prints it before the next one does. */
    static Text text() {
        return TEXT.clear();
    }
}
