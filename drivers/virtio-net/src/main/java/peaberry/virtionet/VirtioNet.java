package peaberry.virtionet;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;

/**
 * The driver of a virtio network card: it serves the station and its own control. It holds the device's structures and the memory that it shares with
 * it, the device's interrupt, its clients' endpoint, and its own table for the windows that they send.
 */
public final class VirtioNet extends CapabilityServer {

    /** The declaration's names for its device and its table. */
    static final String DEVICE = "network";
    static final String TABLE = "table";

    private static final VirtioNet DRIVER = new VirtioNet(new Station());

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private final Station station;
    private InterruptHandler interrupt = InterruptHandler.at(0);

    VirtioNet(Station station) {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, TABLE, station, new StationControl());
        this.station = station;
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.start();
        DRIVER.run();
    }

    void start() {
        interrupt = InterruptHandler.at(Grants.find(GrantKind.PCI_FUNCTION, DEVICE).slot());
        interrupt.acknowledge();
        station.start(DEVICE);
    }

    /** The device is looked at after its interrupt was acknowledged: if it is done with more meanwhile, it interrupts again. */
    @Override
    protected void signal(long badge) {
        interrupt.acknowledge();
        station.serveDevice();
    }

    /** Does not return: a fault. */
    static void crash() {
        missing[0] = 1;
    }
}
