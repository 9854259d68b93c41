package peaberry.processes;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage.Access;
import peaberry.abi.RegionKind;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.process.Spawner;
import peaberry.runtime.CNode;
import peaberry.runtime.Text;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/** Makes children, from blocks that have room for all of it: what the kernel refuses then is a bug. */
final class Births {

    /** Others of its priority take turns with it, of as many microseconds. */
    private static final long TURN = 5_000;
    private static final Rights SEND = Rights.WRITE.or(Rights.GRANT);
    /** What every child is given. */
    private static final String TABLE = "table";
    private static final String SPACE = "space";
    private static final String OBJECTS = "objects";
    private static final int ARGUMENTS_ROW = 0;
    private static final int ENVIRONMENT_ROW = 1;

    private final Own own;
    private final Blocks blocks;
    private final Pages pages;
    private final StartPage startPage;

    Births(Own own, Blocks blocks, Pages pages) {
        this.own = own;
        this.blocks = blocks;
        this.pages = pages;
        startPage = new StartPage(own, pages);
    }

    /**
     * Makes the objects of a child whose image and memory are known, and tells it of what every child has.
     *
     * @param argumentBytes as of {@link Spawner#begin}, as the others
     * @return whether the window has as many bytes
     */
    boolean make(Child child, Plan plan, int argumentBytes, int environmentBytes, Window from, long offset) {
        makeObjects(child, plan);
        startPage.begin();
        giveOwn(child);
        boolean isRead = offset <= Long.MAX_VALUE - argumentBytes
                && tell(child, ARGUMENTS_ROW, RegionKind.ARGUMENTS, "arguments", UserLayout.ARGUMENTS, argumentBytes, from, offset)
                && tell(child, ENVIRONMENT_ROW, RegionKind.ENVIRONMENT, "environment", UserLayout.ARGUMENTS + UserLayout.MAX_ARGUMENTS, environmentBytes, from,
                        offset + argumentBytes);
        require(startPage.end(child));
        return isRead;
    }

    private void makeObjects(Child child, Plan plan) {
        UntypedMemory memory = blocks.memory(child.block);
        CNode objects = child.objectTable();
        child.name.clear();
        child.next = Child.FIRST_OTHER;
        child.grants = 0;
        child.epoch = 0;
        child.hasPipes = false;
        child.isStopped = false;
        child.isStopUntold = false;
        child.detail = 0;
        child.instruction = 0;
        require(memory.retype(ObjectType.CNODE, plan.objectTableBits(), own.table(), child.tableSlot(), 1));
        require(memory.retype(ObjectType.CNODE, plan.tableBits(), objects, Child.TABLE, 1));
        require(memory.retype(ObjectType.VSPACE, 0, objects, Child.SPACE, 1));
        require(memory.retype(ObjectType.TCB, 0, objects, Child.THREAD, 1));
        require(memory.retype(ObjectType.SCHED_CONTEXT, 0, objects, Child.CONTEXT, 1));
        require(child.space().makeWindow(UserLayout.ARGUMENTS, UserLayout.PROGRAM_LIMIT - UserLayout.ARGUMENTS, Rights.WRITE, objects, Child.WINDOW));
        require(own.mint(objects, Child.FAULTS, Own.faultBadge(child.index)));
        require(pages.makeTables(child));
        require(pages.makeReady(child, plan.firstPages()));
        require(pages.mapNew(child, UserLayout.MESSAGE_BUFFER, Access.READ_WRITE));
        child.buffer = pages.lastNew();
        require(pages.mapNew(child, UserLayout.START_PAGE, Access.READ_WRITE));
        child.startPage = pages.lastNew();
        pages.provide(child, UserLayout.STACK_TOP - 1);
        pages.provide(child, child.image.program.entry());
    }

    private void giveOwn(Child child) {
        require(child.table().copy(startPage.nextSlot(child), child.objectTable(), Child.TABLE, Rights.ALL));
        startPage.add(child, GrantKind.OWN_TABLE, TABLE, 0);
        require(child.table().copy(startPage.nextSlot(child), child.objectTable(), Child.SPACE, Rights.ALL));
        startPage.add(child, GrantKind.OWN_ADDRESS_SPACE, SPACE, 0);
        if (child.objects != Blocks.NONE) {
            int bits = blocks.bits(child.objects);
            child.objectsSlot = startPage.nextSlot(child);
            require(blocks.memory(child.objects).retype(ObjectType.UNTYPED, bits, child.table(), child.objectsSlot, 1));
            startPage.add(child, GrantKind.MEMORY, OBJECTS, bits);
        }
    }

    /** Whether every child has something under this name. */
    static boolean isTaken(Text name) {
        return name.is(TABLE) || name.is(SPACE) || name.is(OBJECTS);
    }

    /** Gives a child a copy of a capability that is in a slot of the server's: to send, and to hand on what it is answered. */
    KernelError grant(Child child, Text name, int slot) {
        KernelError error = child.table().copy(startPage.nextSlot(child), own.table(), slot, SEND);
        return error == KernelError.NONE ? startPage.tell(child, GrantKind.CLIENT, name) : error;
    }

    /** Gives a child a capability of the server's own, by which it is known by this badge. */
    void grantOwn(Child child, Text name, long badge) {
        require(own.mint(child.table(), startPage.nextSlot(child), badge));
        require(startPage.tell(child, GrantKind.CLIENT, name));
    }

    /** Copies texts into pages of a child. */
    private boolean tell(Child child, int row, RegionKind kind, String name, long address, int bytes, Window from, long offset) {
        for (int done = 0; done < bytes; done += (int) UserLayout.PAGE) {
            int here = Math.min(bytes - done, (int) UserLayout.PAGE);
            if (WindowCopy.read(from, offset + done, own.memory(), own.passage(), here) != KernelError.NONE) {
                return false;
            }
            if (kind == RegionKind.ARGUMENTS && done == 0) {
                name(child, here);
            }
            require(pages.mapNew(child, address + done, Access.READ_WRITE));
            require(pages.write(child, address + done, own.passage(), here));
        }
        startPage.addRegion(row, kind, name, address, bytes);
        return true;
    }

    /** Takes note of the first of a child's arguments. @param bytes of these that were read */
    private void name(Child child, int bytes) {
        for (int i = 0; i < bytes && own.memory().unsignedByte(own.passage() + i) != 0; i++) {
            child.name.appendByte(own.memory().unsignedByte(own.passage() + i));
        }
    }

    /** Starts a child: from now on it changes nothing of what it was told. */
    void start(Child child, int priority) {
        require(pages.map(child, child.startPage, UserLayout.START_PAGE, Access.READ));
        require(child.thread().configure(child.table(), child.space(), child.frame(child.buffer), UserLayout.MESSAGE_BUFFER, child.faultEndpoint(), priority));
        require(child.thread().writeRegisters(child.image.program.entry(), UserLayout.STACK_TOP, 0));
        require(own.partition().configure(child.context(), TURN, TURN));
        require(child.context().bind(child.thread()));
        require(child.thread().resume());
    }

    private static void require(KernelError error) {
        if (error != KernelError.NONE) {
            throw new IllegalStateException("a process cannot be made");
        }
    }
}
