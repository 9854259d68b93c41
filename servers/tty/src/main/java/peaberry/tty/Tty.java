package peaberry.tty;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.abi.UserLayout;
import peaberry.console.Terminal;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.PatientServer;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.UntypedMemory;

/**
 * The terminal server, and beside it who listens at the console: a driver answers who reads when something was typed, and a server waits for nobody, so that is a process of its own.
 */
public final class Tty {

    /** Places of the interfaces among those that the server serves. */
    static final int STREAMS = 1;
    static final int PLAIN_STREAMS = 3;

    /** Each client may wait, as may who listens, and one more ask. */
    private static final int CALLERS = Gifts.FIRST_CLIENT + Gifts.MOST + 2;
    /** In place of the server: who listens. */
    private static final long LISTENER = 1;
    /** The declaration's names. */
    private static final String TABLE = "table";
    private static final String OBJECTS = "objects";
    private static final String KEPT = "memory";
    private static final String CONSOLE = "console";
    /** In the memory that outlives the server: first who was given a stream, then a page where bytes pass. */
    private static final int PASSAGE = (int) UserLayout.PAGE;

    private static final Region MEMORY = new Region();
    private static final Terminal SCREEN = new Terminal(CONSOLE);
    private static final LineDiscipline DISCIPLINE = new LineDiscipline();
    private static final TypeAhead AHEAD = new TypeAhead();
    private static final Gifts GIFTS = new Gifts(MEMORY);
    private static final Foreground FOREGROUND = new Foreground();
    private static final StreamRequests STREAM = new StreamRequests(SCREEN, DISCIPLINE, AHEAD, GIFTS, MEMORY, PASSAGE, (int) UserLayout.PAGE);
    private static final ControlRequests CONTROL = new ControlRequests(AHEAD, GIFTS, STREAM, FOREGROUND);
    private static final PatientServer SERVER = new PatientServer(Capability.at(ProgramSlots.SERVICE), CALLERS, TABLE,
            CONTROL, STREAM, new TypingRequests(DISCIPLINE, AHEAD, STREAM, FOREGROUND), new PlainStreamRequests(STREAM, new RawOutput(SCREEN)));

    private Tty() {
    }

    /** Does not return. @param argument 1 for who listens at the console, else 0 */
    public static void main(long argument) {
        if (argument == LISTENER) {
            Listener.listen(SCREEN);
        }
        if (!Regions.open(MEMORY, KEPT, RegionKind.KEPT, 0) || MEMORY.size() < PASSAGE + UserLayout.PAGE) {
            throw new IllegalStateException("there is too little memory");
        }
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, TABLE).slot());
        int slot = Grants.firstFreeSlot() + PatientServer.slots(CALLERS);
        CONTROL.open(table, slot);
        FOREGROUND.open(table, slot + 1);
        STREAM.open(table, slot + 2);
        SERVER.makeReplies(UntypedMemory.at(Grants.find(GrantKind.MEMORY, OBJECTS).slot()), table);
        SERVER.run();
    }
}
