package peaberry.virtioblock;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;

/**
 * The driver of a virtio disk: it serves the disk and its own control. It holds the device's structures and the memory that it shares with it, the
 * device's interrupt, its clients' endpoint, and its own table for the windows that they send.
 */
public final class VirtioBlock extends CapabilityServer {

    /** The declaration's names for its device and its table. */
    static final String DEVICE = "disk";
    static final String TABLE = "table";

    /** How long an interrupt is waited for before the device is looked at without one. */
    private static final long PATIENCE_MICROSECONDS = 1_000_000;
    private static final long FOR_EVER = 0;

    private static final VirtioBlock DRIVER = new VirtioBlock(new Disk());

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private final Disk disk;
    private InterruptHandler interrupt = InterruptHandler.at(0);

    VirtioBlock(Disk disk) {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, TABLE, disk, new DiskControl());
        this.disk = disk;
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.start();
        DRIVER.run();
    }

    void start() {
        interrupt = InterruptHandler.at(Grants.find(GrantKind.PCI_FUNCTION, DEVICE).slot());
        interrupt.acknowledge();
        disk.start(DEVICE);
    }

    /** The device is looked at after its interrupt was acknowledged: if it is done with more meanwhile, it interrupts again. */
    @Override
    protected void signal(long badge) {
        interrupt.acknowledge();
        disk.serveDevice();
    }

    @Override
    protected long patience() {
        return disk.isWorking() ? PATIENCE_MICROSECONDS : FOR_EVER;
    }

    @Override
    protected void idle() {
        disk.serveSilentDevice();
    }

    /** Does not return: a fault. */
    static void crash() {
        missing[0] = 1;
    }
}
