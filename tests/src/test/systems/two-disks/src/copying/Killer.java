package copying;

import copying.Killing.Target;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.Server;

/** Ends drivers whenever nobody asked for anything for a while. */
public final class Killer extends Server {

    private static final int CRASHES = 1;
    private static final Victim SOURCE = new Victim("source");
    private static final Victim VIRTIO = new Victim("virtio-target");
    private static final Victim SATA = new Victim("sata-target");
    private static final long NEVER = 0;
    private static final Requests REQUESTS = new Requests();
    private static final Killer SERVER = new Killer();

    private boolean crashes;

    private Killer() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, REQUESTS);
    }

    /** Serves for ever. @param argument 0 to have the supervisor destroy the drivers, 1 to have them fail */
    public static void main(long argument) {
        SERVER.crashes = argument == CRASHES;
        SERVER.run();
    }

    @Override
    protected long patience() {
        return REQUESTS.pause;
    }

    @Override
    protected void idle() {
        end(SOURCE);
        end(REQUESTS.target);
    }

    private void end(Victim victim) {
        if (crashes) {
            victim.crash();
        } else {
            victim.kill();
        }
    }

    /** Takes orders. */
    private static final class Requests extends KillingServer {

        private long pause = NEVER;
        private Victim target = VIRTIO;

        @Override
        protected Answer begin(Target whose, int microseconds) {
            target = whose == Target.VIRTIO ? VIRTIO : SATA;
            pause = microseconds;
            SOURCE.count();
            target.count();
            return answerBegin();
        }

        @Override
        protected Answer end() {
            pause = NEVER;
            return answerEnd(SOURCE.counted(), target.counted());
        }
    }
}
