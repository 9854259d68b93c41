package peaberry.processes;

import peaberry.runtime.Grants;
import peaberry.runtime.PatientServer;

/** The process server: what system.toml does not declare is started here, and ends. */
public final class Processes {

    private static final Own OWN = new Own();
    private static final Epochs EPOCHS = new Epochs();
    private static final Blocks BLOCKS = new Blocks();
    private static final Accounts ACCOUNTS = new Accounts();
    private static final Images IMAGES = new Images(OWN, BLOCKS, ACCOUNTS);
    private static final Memory MEMORY = new Memory(BLOCKS, IMAGES);
    private static final Pipes PIPES = new Pipes(OWN, BLOCKS, MEMORY, ACCOUNTS, EPOCHS);
    private static final StreamRequests STREAMS = new StreamRequests(PIPES);
    private static final Pages PAGES = new Pages(OWN, BLOCKS);
    private static final Births BIRTHS = new Births(OWN, BLOCKS, PAGES);
    private static final Children CHILDREN = new Children(OWN, BLOCKS, IMAGES, MEMORY, ACCOUNTS, EPOCHS, BIRTHS, STREAMS);
    private static final SpawnRequests REQUESTS = new SpawnRequests(OWN, IMAGES, CHILDREN, BIRTHS, PAGES, PIPES, STREAMS);
    private static final ProcessesServer SERVER = new ProcessesServer(REQUESTS, new TableRequests(CHILDREN, BLOCKS, REQUESTS), STREAMS, new GroupRequests(CHILDREN, REQUESTS));

    private Processes() {
    }

    /** Serves for ever. @param argument the priority that programs have */
    public static void main(long argument) {
        EPOCHS.open();
        int images = OWN.open(Grants.firstFreeSlot() + PatientServer.slots(ProcessesServer.CALLERS), BLOCKS);
        int children = images + Images.slots();
        int pipes = children + Children.MOST;
        IMAGES.open(images);
        CHILDREN.open(children);
        PIPES.open(pipes);
        REQUESTS.open((int) argument, pipes + Pipes.MOST);
        int replies = BLOCKS.take(PatientServer.bytes(ProcessesServer.CALLERS));
        SERVER.makeReplies(BLOCKS.memory(replies), OWN.table());
        SERVER.run();
    }
}
