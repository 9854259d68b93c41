package peaberry.tracer;

import peaberry.abi.GrantKind;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnPages;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.Traces;
import peaberry.system.TracesClient;
import peaberry.system.Tracing;

/** Where the tracer stands, and since when: asked of root, and given up again when nobody reads what is seen there. */
final class Standing {

    private final TracesClient root = new TracesClient("traces");
    private CNode table = CNode.at(Capability.NONE.slot());
    private int slot;
    private boolean isOn;
    private boolean hasServer;
    private int number;
    private long began;
    private long lastRead;

    /** Takes what it was given. What a tracer before this one did is over. */
    void open() {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        slot = OwnPages.takeSlots(1);
        root.end();
    }

    /** @return how root answered: {@link Traces.Outcome#DONE} if it stands there now */
    Traces.Outcome begin(Text client, Text service) {
        table.delete(slot);
        Traces.Outcome outcome = root.begin(client, service, server());
        switch (outcome) {
            case DONE -> {
                isOn = true;
                hasServer = true;
                number = root.beginNumber();
                began = Time.ticks();
                lastRead = began;
            }
            case INVALID, SERVER_RESTARTED, UNREACHABLE -> root.end(); // it may be done all the same
            default -> { }
        }
        return outcome;
    }

    void end() {
        isOn = false;
        root.end();
    }

    /** Ends it if nobody has read for too long. @param now ticks */
    void endIfUnread(long now) {
        if (isOn && now - lastRead > Tracing.PATIENCE * Time.ticksPerMicrosecond()) {
            end();
        }
    }

    /** No message waits: it is over if nobody reads, and if it is over, nothing that was sent before can come any more. */
    void idle() {
        if (isOn) {
            endIfUnread(Time.ticks());
        } else if (hasServer) {
            table.delete(slot);
            hasServer = false;
        }
    }

    /** Whether {@link #idle} has something to do sooner or later. */
    boolean isBusy() {
        return isOn || hasServer;
    }

    /** Notes that somebody reads. */
    void read() {
        lastRead = Time.ticks();
    }

    /** Whether messages are to be kept. What comes later than that was sent before, and is handed on. */
    boolean isOn() {
        return isOn;
    }

    /** Of the last trace; 0 if there was none. */
    int number() {
        return number;
    }

    /** In ticks. */
    long began() {
        return began;
    }

    /** What the client had in place of the tracer. */
    Capability server() {
        return Capability.at(slot);
    }

    /** Which process that leads to. */
    Text serverName() {
        return root.beginServerName();
    }
}
