package peaberry.ahci;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;

/**
 * The driver of the first SATA disk at an AHCI controller: it serves the disk and its own control. It holds the controller's registers, the memory
 * that it shares with it, the controller's interrupt, its clients' endpoint, and its own table for the windows that they send.
 */
public final class Ahci extends CapabilityServer {

    /** The declaration's names for the device and the table. */
    private static final String DEVICE = "disk";
    private static final String TABLE = "table";
    /** How long an interrupt is waited for before the drive is looked at without one. */
    private static final long PATIENCE_MICROSECONDS = 1_000_000;

    private static final Ahci DRIVER = new Ahci(new Drive(new HostRegisters(), new CommandMemory()));

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private final Drive drive;
    private final Disk disk;
    private InterruptHandler interrupt = InterruptHandler.at(0);

    private Ahci(Drive drive) {
        this(drive, new Disk(drive));
    }

    private Ahci(Drive drive, Disk disk) {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, TABLE, disk, new DiskControl());
        this.drive = drive;
        this.disk = disk;
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.interrupt = InterruptHandler.at(Grants.find(GrantKind.PCI_FUNCTION, DEVICE).slot());
        DRIVER.interrupt.acknowledge();
        DRIVER.drive.start(DEVICE);
        DRIVER.run();
    }

    /** The drive is looked at after the interrupt was acknowledged: if more comes to its end meanwhile, it interrupts again. */
    @Override
    protected void signal(long badge) {
        interrupt.acknowledge();
        disk.serveDevice();
    }

    @Override
    protected long patience() {
        return drive.isWorking() ? PATIENCE_MICROSECONDS : 0;
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
