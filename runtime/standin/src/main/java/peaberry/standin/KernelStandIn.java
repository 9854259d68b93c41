package peaberry.standin;

import peaberry.machine.MessageRegisters;
import peaberry.machine.simulated.SimulatedProcessor;

/** In place of the kernel, where what a program consists of runs and no program: its addresses are the machine's, and nobody can be called. */
public class KernelStandIn implements SimulatedProcessor {

    @Override
    public long translate(long virtual, boolean write) {
        return virtual;
    }

    @Override
    public void systemCall(long number, long capability, long reply, MessageRegisters message) {
        throw new IllegalStateException("nobody is called");
    }

    @Override
    public void runPrograms() {
        throw new IllegalStateException();
    }

    @Override
    public void forgotten(Object placed) {
        // Nothing is placed.
    }

    @Override
    public void stopped() {
        // It is never on.
    }

    @Override
    public void awaitEnd() {
        // There is none.
    }
}
