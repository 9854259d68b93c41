package peaberry.hostfiles;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;
import peaberry.virtio.Readiness;

/**
 * The driver of a virtio 9P device: it serves what the host shares, a folder or a file, as files. It holds the device's structures and the memory that it shares with it, the device's interrupt, its
 * client's endpoint, and its own table for the windows that come.
 */
public final class HostFiles extends CapabilityServer {

    /** The declaration's names for its device and its table. */
    static final String DEVICE = "share";
    static final String TABLE = "table";
    /** Bits of the argument: the folder stands for the file in it; what is shared can be changed. */
    static final long FILE = 1;
    static final long WRITABLE = 2;

    private static final HostDevice HOST = new HostDevice();
    private static final HostFileRequests REQUESTS = new HostFileRequests(HOST);
    private static final HostFiles DRIVER = new HostFiles();

    private InterruptHandler interrupt = InterruptHandler.at(0);

    private HostFiles() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, TABLE, REQUESTS);
    }

    /** Serves for ever. @param argument {@link #FILE} and {@link #WRITABLE} */
    public static void main(long argument) {
        DRIVER.start(argument);
        DRIVER.run();
    }

    private void start(long argument) {
        interrupt = InterruptHandler.at(Grants.find(GrantKind.PCI_FUNCTION, DEVICE).slot());
        interrupt.acknowledge();
        int slot = Grants.firstFreeSlot() + CapabilityServer.slots(ProgramSlots.MAX_REPLIES);
        if (HOST.start(DEVICE, slot) == Readiness.READY) {
            REQUESTS.start((argument & FILE) != 0, (argument & WRITABLE) != 0);
        }
    }

    /** Answers are looked for when they are waited for; nothing else comes from the device. */
    @Override
    protected void signal(long badge) {
        interrupt.acknowledge();
    }
}
