package peaberry.processes;

import peaberry.abi.UserLayout;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.processes.Child.State;
import peaberry.runtime.Window;

/** All processes that were started here. */
final class Children {

    /** The most at once, those counted whose end somebody is still to hear of. */
    static final int MOST = 100;

    private final Child[] all = new Child[MOST];
    private final ProgramNumbers programs = new ProgramNumbers(all);
    private final Numbers numbers = new Numbers(Spawner.PROCESSES);
    private final Plan plan = new Plan();
    private final Blocks blocks;
    private final Images images;
    private final Accounts accounts;
    private final Births births;
    private final Memory memory;
    private final Epochs epochs;
    private final StreamRequests streams;
    /** Whether one has ended that may have started others. */
    private boolean orphans;

    Children(Own own, Blocks blocks, Images images, Memory memory, Accounts accounts, Epochs epochs, Births births, StreamRequests streams) {
        this.blocks = blocks;
        this.images = images;
        this.accounts = accounts;
        this.births = births;
        this.memory = memory;
        this.epochs = epochs;
        this.streams = streams;
        for (int index = 0; index < MOST; index++) {
            all[index] = new Child(index, own);
        }
    }

    /** @param firstSlot of {@link #MOST} empty ones */
    void open(int firstSlot) {
        for (int index = 0; index < MOST; index++) {
            all[index].place(firstSlot + index);
        }
    }

    Child at(int index) {
        return all[index];
    }

    /** By which numbers all know them. */
    ProgramNumbers programs() {
        return programs;
    }

    /** What a client has under a number; null if nothing. */
    Child find(int client, int number) {
        int index = numbers.find(client, number);
        return index == Numbers.NOTHING ? null : all[index];
    }

    /** The child of a client of which there is something to tell, by its number or {@link Spawner#ANY}; null if there is none. */
    Child withNews(int client, int number) {
        for (int each = 0; each < Spawner.PROCESSES; each++) {
            Child child = number == Spawner.ANY || number == each ? find(client, each) : null;
            if (child != null && child.hasNews()) {
                return child;
            }
        }
        return null;
    }

    /** Whether a client has a process under this number, or {@link Spawner#ANY}. */
    boolean has(int client, int number) {
        boolean has = false;
        for (int each = 0; each < Spawner.PROCESSES; each++) {
            has |= (number == Spawner.ANY || number == each) && find(client, each) != null;
        }
        return has;
    }

    /** Whether a client is a process of the declaration, or a child that is that one which was let start programs. */
    boolean isCurrent(int client, int epoch) {
        if (client < Numbers.FIRST_CHILD) {
            return epoch == 0;
        }
        return client < Numbers.CLIENTS && all[client - Numbers.FIRST_CHILD].isAlive() && all[client - Numbers.FIRST_CHILD].epoch == epoch && epoch != 0;
    }

    /** By which whoever controls a group of a client's is known: another one when the client has begun anew. */
    int groupEpoch(int client) {
        return client < Numbers.FIRST_CHILD ? epochs.current(Epochs.CLIENTS + client) : all[client - Numbers.FIRST_CHILD].epoch;
    }

    /** Begins a process of an image that was checked. Parameters as of {@link Spawner#begin}. */
    Outcome begin(int client, int number, Image image, int group, int objectBits, int argumentBytes, int environmentBytes, Window from, long offset) {
        Child child = free();
        plan.make(image, objectBits, pages(argumentBytes) + pages(environmentBytes));
        long bytes = Blocks.size(plan.bytes()) + (objectBits == 0 ? 0 : Blocks.size(1L << objectBits));
        if (child == null || !accounts.allows(client, bytes, 1) || !takeMemory(child, objectBits)) {
            return Outcome.NO_ROOM;
        }
        accounts.add(client, bytes, 1);
        image.use();
        child.image = image;
        child.client = client;
        child.number = number;
        child.program = programs.next();
        child.group = group;
        child.state = State.BEGUN;
        numbers.set(client, number, child.index);
        if (!births.make(child, plan, argumentBytes, environmentBytes, from, offset)) {
            forget(child);
            return Outcome.BAD_WINDOW;
        }
        return Outcome.DONE;
    }

    private static int pages(int bytes) {
        return (int) ((bytes + UserLayout.PAGE - 1) / UserLayout.PAGE);
    }

    private Child free() {
        for (Child child : all) {
            if (child.state == State.NONE) {
                return child;
            }
        }
        return null;
    }

    private boolean takeMemory(Child child, int objectBits) {
        child.block = memory.take(plan.bytes());
        child.objects = objectBits == 0 || child.block == Blocks.NONE ? Blocks.NONE : memory.take(1L << objectBits);
        boolean isThere = child.block != Blocks.NONE && (objectBits == 0 || child.objects != Blocks.NONE);
        if (!isThere && child.block != Blocks.NONE) {
            blocks.giveBack(child.block);
        }
        return isThere;
    }

    /** Lets a child start programs. @return which one of all that had its number it is; {@link Epochs#NONE} if it cannot be let */
    int letSpawn(Child child, long bytes, int processes) {
        child.epoch = epochs.next(Epochs.CHILDREN + child.index);
        accounts.open(child.asClient(), child.client, bytes, processes);
        return child.epoch;
    }

    /** Ends a child, of which it is known how it came to that, and all that it started. */
    void end(Child child) {
        destroy(child);
        endOrphans();
    }

    /** Whoever started them has ended: nobody asks for them any more. */
    private void endOrphans() {
        while (orphans) {
            orphans = false;
            for (Child child : all) {
                boolean isOrphan = child.state != State.NONE && child.client >= Numbers.FIRST_CHILD && !all[child.client - Numbers.FIRST_CHILD].isAlive();
                if (isOrphan) {
                    forget(child);
                }
            }
        }
    }

    /** Ends and forgets all of a client. */
    void clear(int client) {
        for (int number = 0; number < Spawner.PROCESSES; number++) {
            Child child = find(client, number);
            if (child != null) {
                forget(child);
            }
        }
        images.dropAll(client);
        streams.dropAll(client);
        endOrphans();
        if (client < Numbers.FIRST_CHILD) {
            epochs.next(Epochs.CLIENTS + client);
        }
    }

    /** Whether a client started a child, or whoever did that, and so on. */
    boolean isOf(Child child, int client) {
        Child each = child;
        while (each.client != client && each.client >= Numbers.FIRST_CHILD) {
            each = all[each.client - Numbers.FIRST_CHILD];
        }
        return each.client == client;
    }

    /** Whether a child belongs to a group of a client's, or whoever started it does. */
    boolean isIn(Child child, int client, int group) {
        Child each = child;
        while (each.client != client && each.client >= Numbers.FIRST_CHILD) {
            each = all[each.client - Numbers.FIRST_CHILD];
        }
        return each.client == client && each.group == group;
    }

    /** Frees a child's number. */
    void forget(Child child) {
        if (child.isAlive()) {
            destroy(child);
        }
        numbers.set(child.client, child.number, Numbers.NOTHING);
        accounts.add(child.client, 0, -1);
        child.state = State.NONE;
    }

    private void destroy(Child child) {
        accounts.add(child.client, -child.memory(blocks), 0);
        blocks.giveBack(child.block);
        if (child.objects != Blocks.NONE) {
            blocks.giveBack(child.objects);
        }
        child.image.drop();
        if (child.hasPipes || child.epoch != 0) {
            streams.leave(child.asClient());
        }
        if (child.epoch != 0) {
            images.dropAll(child.asClient());
            orphans = true;
        }
        child.state = State.ENDED;
    }
}
