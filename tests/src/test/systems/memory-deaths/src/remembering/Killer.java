package remembering;

import peaberry.abi.ProgramSlots;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.Server;
import peaberry.runtime.Text;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** Has the file server destroyed, whatever it is doing. */
public final class Killer extends Server {

    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final Text VICTIM = new Text(16).append("files");
    private static final long NEVER = 0;
    private static final Requests REQUESTS = new Requests();
    private static final Killer KILLER = new Killer();

    private Killer() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, REQUESTS);
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        KILLER.run();
    }

    @Override
    protected long patience() {
        return REQUESTS.pause;
    }

    @Override
    protected void idle() {
        REQUESTS.kill();
    }

    /** Takes orders. */
    private static final class Requests extends KillingServer {

        private long pause = NEVER;

        @Override
        protected Answer kill() {
            pause = NEVER;
            SYSTEM.find(VICTIM);
            SUPERVISION.kill(SYSTEM.findResult());
            return answerKill();
        }

        @Override
        protected Answer killIn(int microseconds) {
            pause = microseconds;
            return answerKillIn();
        }
    }
}
