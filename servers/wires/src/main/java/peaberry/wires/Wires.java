package peaberry.wires;

import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.console.Terminal;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.wires.OutputRequests.Framing;

/**
 * The streams of a program between two serial lines and whoever is at their other end: input and output on the first, errors and how the program ended on the second. It waits for what is to be read, and so
 * does its client meanwhile, which is one program.
 */
public final class Wires {

    private static final String TABLE = "table";
    private static final String MEMORY = "memory";

    private static final Region PASSAGE = new Region();
    private static final Line FIRST = new Line("first");
    private static final Line SECOND = new Line("second");
    private static final CapabilityServer SERVER = new CapabilityServer(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, TABLE,
            new InputRequests(new Terminal("first"), PASSAGE), new OutputRequests(FIRST, PASSAGE, Framing.NONE), new OutputRequests(SECOND, PASSAGE, Framing.FIRST),
            new OutputRequests(SECOND, PASSAGE, Framing.SECOND));

    private Wires() {
    }

    /** Does not return. @param argument not used */
    public static void main(long argument) {
        if (!Regions.open(PASSAGE, MEMORY, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory");
        }
        SERVER.run();
    }
}
