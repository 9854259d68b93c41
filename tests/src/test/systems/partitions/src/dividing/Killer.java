package dividing;

import peaberry.abi.ProgramSlots;
import peaberry.runtime.Capability;
import peaberry.runtime.Server;
import peaberry.runtime.Text;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** Has the partition server destroyed again and again, whatever it is doing. Nobody calls it: it is a server because a server can wait. */
public final class Killer extends Server {

    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final Text VICTIM = new Text(16).append("partitions");
    private static final Killer KILLER = new Killer();

    private long pause;

    private Killer() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1);
    }

    /** Kills for ever. @param argument how long it waits each time, in microseconds */
    public static void main(long argument) {
        KILLER.pause = argument;
        KILLER.run();
    }

    @Override
    protected long patience() {
        return pause;
    }

    @Override
    protected void idle() {
        SYSTEM.find(VICTIM);
        SUPERVISION.kill(SYSTEM.findResult());
    }
}
