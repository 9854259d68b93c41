package attack;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.DmaMemory;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.Server;

/** Watches memory that is its own and its device's. The device does nothing. */
public final class Bystander extends Server {

    private static final String DEVICE = "disk";
    private static final long PATTERN = 0x600D_600D_600D_600DL;
    private static final Bystander BYSTANDER = new Bystander();

    private final DmaMemory memory = new DmaMemory();
    private InterruptHandler interrupt = InterruptHandler.at(0);
    private long interrupts;

    private Bystander() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, new Watcher());
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        BYSTANDER.start();
        BYSTANDER.run();
    }

    private void start() {
        memory.open(DEVICE);
        for (long place = 0; place < memory.size(); place += Long.BYTES) {
            memory.bytes().setInt64(place, PATTERN);
        }
        interrupt = InterruptHandler.at(Grants.find(GrantKind.PCI_FUNCTION, DEVICE).slot());
        interrupt.acknowledge();
    }

    @Override
    protected void signal(long badge) {
        interrupt.acknowledge();
        interrupts++;
    }

    private boolean isUnchanged() {
        for (long place = 0; place < memory.size(); place += Long.BYTES) {
            if (memory.bytes().int64(place) != PATTERN) {
                return false;
            }
        }
        return memory.size() > 0;
    }

    /** Answers. */
    private static final class Watcher extends WatchServer {

        @Override
        protected Answer where() {
            return answerWhere(BYSTANDER.memory.deviceAddress(0, 0));
        }

        @Override
        protected Answer isUnchanged() {
            return answerIsUnchanged(BYSTANDER.isUnchanged());
        }

        @Override
        protected Answer interrupts() {
            return answerInterrupts(BYSTANDER.interrupts);
        }
    }
}
