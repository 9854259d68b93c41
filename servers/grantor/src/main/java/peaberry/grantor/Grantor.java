package peaberry.grantor;

import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.OwnPages;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/**
 * The grantor: holds what administers the system, and grants it by name to people who are logged in, for as long as they are. It can hand on what it holds and uses none of it; who
 * is logged in and what she may have it is told by whoever lets people log in.
 */
public final class Grantor {

    /** The place of what people speak to among the interfaces that the server serves. */
    static final int GRANTS = 1;

    private static final int CALLERS = 1;
    private static final String TABLE = "table";
    private static final String KEPT = "epochs";

    private static final Region MEMORY = new Region();
    private static final OpenSessions SESSIONS = new OpenSessions(MEMORY);
    private static final Powers POWERS = new Powers();
    private static final GrantLog LOG = new GrantLog();
    private static final GrantRequests REQUESTS = new GrantRequests(SESSIONS, POWERS, LOG);
    private static final SessionRequests LOGINS = new SessionRequests(SESSIONS, POWERS, LOG, REQUESTS);
    private static final CapabilityServer SERVER = new CapabilityServer(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, CALLERS, TABLE, LOGINS, REQUESTS);

    private Grantor() {
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        if (!Regions.open(MEMORY, KEPT, RegionKind.KEPT, 0) || MEMORY.size() < OpenSessions.KEPT_BYTES) {
            throw new IllegalStateException("there is no memory for epochs");
        }
        OwnPages.takeSlots(CapabilityServer.slots(CALLERS));
        POWERS.open();
        LOG.open();
        LOGINS.open();
        SERVER.run();
    }
}
