package peaberry.processes;

import peaberry.abi.RegionKind;
import peaberry.runtime.Grants;
import peaberry.runtime.PatientServer;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/** The process server: what system.toml does not declare is started here, and ends. */
public final class Processes {

    /** The declaration's name for memory that outlives the server. */
    private static final String KEPT = "epochs";

    private static final Region EPOCHS = new Region();
    private static final Own OWN = new Own();
    private static final Blocks BLOCKS = new Blocks();
    private static final Accounts ACCOUNTS = new Accounts();
    private static final Images IMAGES = new Images(OWN, BLOCKS, ACCOUNTS);
    private static final Pages PAGES = new Pages(OWN, BLOCKS);
    private static final Births BIRTHS = new Births(OWN, BLOCKS, PAGES);
    private static final Children CHILDREN = new Children(OWN, BLOCKS, IMAGES, ACCOUNTS, BIRTHS, EPOCHS);
    private static final SpawnRequests REQUESTS = new SpawnRequests(OWN, IMAGES, CHILDREN, BIRTHS, PAGES);
    private static final ProcessesServer SERVER = new ProcessesServer(REQUESTS);

    private Processes() {
    }

    /** Serves for ever. @param argument the priority that programs have */
    public static void main(long argument) {
        if (!Regions.open(EPOCHS, KEPT, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for epochs");
        }
        int slot = Grants.firstFreeSlot() + PatientServer.slots(ProcessesServer.CALLERS);
        slot = OWN.open(slot, BLOCKS);
        IMAGES.open(slot);
        CHILDREN.open(slot + Images.slots());
        int replies = BLOCKS.take(PatientServer.bytes(ProcessesServer.CALLERS));
        SERVER.makeReplies(BLOCKS.memory(replies), OWN.table());
        REQUESTS.setPriority((int) argument);
        SERVER.run();
    }
}
