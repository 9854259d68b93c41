package peaberry.tracer;

import peaberry.abi.ProgramSlots;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.OwnPages;
import peaberry.system.Tracing;

/**
 * The tracer: stands between a process and a server of it while somebody wants to see their messages, and hands all of them on. Nobody loses one because of it. It can stand only where root puts
 * it, which is before processes that it is declared to trace.
 */
public final class Tracer extends CapabilityServer {

    private static final int CALLERS = 1;
    private static final int KEPT = 256;
    private static final long FOR_EVER = 0;

    private static final Standing STANDING = new Standing();
    private static final Ring RING = new Ring(KEPT);
    private static final Forwarder FORWARDER = new Forwarder(STANDING, RING);
    private static final Tracer TRACER = new Tracer();

    private Tracer() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, CALLERS, "table", new TracingRequests(STANDING, RING), FORWARDER);
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        OwnPages.takeSlots(CapabilityServer.slots(CALLERS));
        FORWARDER.open();
        STANDING.open();
        TRACER.run();
    }

    @Override
    protected long patience() {
        return STANDING.isBusy() ? Tracing.PATIENCE : FOR_EVER;
    }

    @Override
    protected void idle() {
        STANDING.idle();
    }
}
