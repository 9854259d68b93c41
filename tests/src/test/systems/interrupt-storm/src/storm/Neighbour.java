package storm;

import peaberry.abi.ProgramSlots;
import peaberry.driver.DriverControlServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.Server;

/** Does nothing but live. */
public final class Neighbour extends DriverControlServer {

    private static final Server SERVER = new Server(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, new Neighbour());

    private Neighbour() {
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        SERVER.run();
    }

    @Override
    protected Answer crash() {
        throw new IllegalStateException("as it was told");
    }
}
