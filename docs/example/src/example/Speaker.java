package example;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Ports;
import peaberry.runtime.Server;

/** Switches a PC's speaker on and off. */
public final class Speaker extends SwitchServer {

    private static final Speaker DRIVER = new Speaker();
    private static final Server SERVER =
            new Server(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, DRIVER);

    private static final int PORT = 0x61;
    /** The speaker, and the timer's channel that it sounds. */
    private static final int ON = 3;
    private static final int OFF = 0;

    private Ports gate = Ports.at(0);

    private Speaker() {
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.gate = Ports.at(Grants.find(GrantKind.PORTS, "gate").slot());
        SERVER.run();
    }

    @Override
    protected Answer set(boolean on) {
        gate.write(PORT, Byte.SIZE, on ? ON : OFF);
        return answerSet();
    }
}
