package peaberry.processes;

import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import peaberry.system.BootPrograms;
import peaberry.system.BootProgramsClient;

/** The images that clients have numbers for, and those of programs that came with the system, which stay for the next one who wants them as long as there is room. */
final class Images {

    /** The most at once. */
    static final int MOST = 96;
    private static final int NONE = Numbers.NOTHING;
    /** The declaration's name. */
    private static final String PROGRAMS = "programs";

    private final Own own;
    private final Accounts accounts;
    private final BootProgramsClient programs = new BootProgramsClient(PROGRAMS);
    private final Numbers numbers = new Numbers(Spawner.IMAGES);
    private final Image[] images = new Image[MOST];
    private int windowSlot;

    Images(Own own, Blocks blocks, Accounts accounts) {
        this.own = own;
        this.accounts = accounts;
        for (int image = 0; image < MOST; image++) {
            images[image] = new Image(own, blocks, accounts);
        }
    }

    /** How many slots of the server's it takes. */
    static int slots() {
        return MOST + 1;
    }

    /** @param firstSlot of {@link #slots} empty ones */
    void open(int firstSlot) {
        for (int image = 0; image < MOST; image++) {
            images[image].place(firstSlot + image);
        }
        windowSlot = firstSlot + MOST;
    }

    /** What a client has under a number; null if nothing. */
    Image find(int client, int number) {
        int image = numbers.find(client, number);
        return image == NONE ? null : images[image];
    }

    /** Gives a client a program that came with the system. */
    Outcome bring(int client, int number, Text program) {
        drop(client, number);
        if (!accounts.allowsThing(client)) {
            return Outcome.NO_ROOM;
        }
        int image = named(program);
        if (image != NONE) {
            images[image].use();
            set(client, number, image);
            return Outcome.DONE;
        }
        if (programs.open(program, Capability.at(windowSlot)) != BootPrograms.Outcome.DONE) {
            return Outcome.NOT_FOUND;
        }
        Outcome outcome = read(client, number, program, programs.openBytes());
        own.table().delete(windowSlot);
        return outcome;
    }

    private Outcome read(int client, int number, Text program, long bytes) {
        int image = bytes > Spawner.MAX_IMAGE ? NONE : make((int) bytes);
        if (image == NONE) {
            return Outcome.NO_ROOM;
        }
        set(client, number, image);
        images[image].fill(0, bytes, Window.at(windowSlot), 0);
        images[image].name(program);
        return Outcome.DONE;
    }

    private void set(int client, int number, int image) {
        numbers.set(client, number, image);
        accounts.addThing(client, 1);
    }

    private int named(Text program) {
        for (int image = 0; image < MOST; image++) {
            if (images[image].cameWithTheSystem() && images[image].name.sameAs(program)) {
                return image;
            }
        }
        return NONE;
    }

    /** Makes room for an image of a client's, which pays for it. */
    Outcome load(int client, int number, int bytes) {
        drop(client, number);
        long memory = Image.bytes(bytes);
        int image = accounts.allows(client, memory, 0) && accounts.allowsThing(client) ? make(bytes) : NONE;
        if (image == NONE) {
            return Outcome.NO_ROOM;
        }
        images[image].bill(client);
        set(client, number, image);
        return Outcome.DONE;
    }

    private int make(int bytes) {
        int image = free();
        boolean isMade = image != NONE && images[image].make(bytes);
        if (!isMade && dropSpares()) {
            image = free();
            isMade = images[image].make(bytes);
        }
        return isMade ? image : NONE;
    }

    private int free() {
        int image = 0;
        while (image < MOST && images[image].exists()) {
            image++;
        }
        return image < MOST ? image : NONE;
    }

    /** Gives up what nobody uses. @return whether there was something */
    boolean dropSpares() {
        boolean dropped = false;
        for (Image image : images) {
            if (image.isSpare()) {
                image.destroy();
                dropped = true;
            }
        }
        return dropped;
    }

    /** Takes a number away from what a client has under it, if it has something. */
    void drop(int client, int number) {
        int image = numbers.find(client, number);
        if (image == NONE) {
            return;
        }
        numbers.set(client, number, NONE);
        accounts.addThing(client, -1);
        images[image].drop();
    }

    void dropAll(int client) {
        for (int number = 0; number < Spawner.IMAGES; number++) {
            drop(client, number);
        }
    }
}
