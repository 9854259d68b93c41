package peaberry.supervisor;

import java.io.OutputStream;
import peaberry.abi.UserLayout;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.standin.KernelStandIn;
import peaberry.standin.StartTables;

/**
 * A machine in which nothing is but the supervisor's memory that outlives it, where the start page says. Virtual addresses are physical ones. Told
 * so, it fails at a write, as a supervisor may at any time.
 */
final class KeptMemory extends KernelStandIn {

    private static final long BYTES = 64 << 10;

    /** The supervisor failed. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What the clock shows. */
    long ticks;
    private long writesLeft = Long.MAX_VALUE;

    /** A machine with zeros there, which the supervisor has opened. */
    KeptMemory() {
        SimulatedMachine machine = new SimulatedMachine(UserLayout.DEVICES + BYTES, OutputStream.nullOutputStream(), () -> ticks);
        new StartTables(machine.memory()).kept("memory", UserLayout.DEVICES, BYTES);
        machine.install().attach(this);
        Kept.open();
    }

    /** Does something in which the supervisor fails after so many writes. @return whether it came to its end before */
    boolean survives(int writes, Runnable deed) {
        writesLeft = writes;
        try {
            deed.run();
            return true;
        } catch (Death death) {
            return false;
        } finally {
            writesLeft = Long.MAX_VALUE;
        }
    }

    @Override
    public long translate(long virtual, boolean write) {
        if (write && writesLeft-- == 0) {
            throw new Death();
        }
        return virtual;
    }
}
