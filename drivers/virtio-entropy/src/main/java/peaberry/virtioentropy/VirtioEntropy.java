package peaberry.virtioentropy;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.Server;

/**
 * The driver of a virtio entropy device: it serves random numbers and its own control. It holds the device's structures and the memory that it
 * shares with it, the device's interrupt and its clients' endpoint.
 */
public final class VirtioEntropy extends Server {

    /** The declaration's name for its device. */
    static final String DEVICE = "entropy";

    private static final VirtioEntropy DRIVER = new VirtioEntropy(new EntropyPool());

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private final EntropyPool pool;
    private InterruptHandler interrupt = InterruptHandler.at(0);

    VirtioEntropy(EntropyPool pool) {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, pool, new EntropyControl());
        this.pool = pool;
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.start();
        DRIVER.run();
    }

    void start() {
        interrupt = InterruptHandler.at(Grants.find(GrantKind.PCI_FUNCTION, DEVICE).slot());
        interrupt.acknowledge();
        pool.start(DEVICE);
    }

    /** The device is looked at after its interrupt was acknowledged: if it is done with more meanwhile, it interrupts again. */
    @Override
    protected void signal(long badge) {
        interrupt.acknowledge();
        pool.serveDevice();
    }

    /** Does not return: a fault. */
    static void crash() {
        missing[0] = 1;
    }
}
