package peaberry.processes;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.process.Spawner.PipeEnd;
import peaberry.runtime.CNode;
import peaberry.runtime.Frame;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/** Bytes between those who write and those who read: a ring in memory that whoever made the pipe pays for. */
final class Pipe {

    private static final int PAGES = 4;
    private static final int FIRST_PAGE = 1;
    private static final int TABLE_BITS = 3;
    /** As many bytes wait at most. */
    private static final int CAPACITY = PAGES * (int) UserLayout.PAGE;
    /** Bytes of its block. */
    static final long MEMORY = Blocks.size(CAPACITY + (1L << TABLE_BITS + ObjectType.SLOT_BITS));

    private final Own own;
    private final Blocks blocks;
    private final Accounts accounts;
    private int tableSlot;
    private int block = Blocks.NONE;
    private int payer;
    private int first;
    private int count;
    private final int[] holders = new int[PipeEnd.values().length];
    private final boolean[] isClosed = new boolean[PipeEnd.values().length];
    private boolean hasNumber;

    Pipe(Own own, Blocks blocks, Accounts accounts) {
        this.own = own;
        this.blocks = blocks;
        this.accounts = accounts;
    }

    /** Says where the table with its pages goes. @param slot an empty one of the server's */
    void place(int slot) {
        tableSlot = slot;
    }

    boolean exists() {
        return block != Blocks.NONE;
    }

    /** Makes it, in a block. @param client who has it, and pays */
    void make(int block, int client) {
        this.block = block;
        payer = client;
        accounts.add(payer, MEMORY, 0);
        accounts.addThing(payer, 1);
        first = 0;
        count = 0;
        hasNumber = true;
        for (int end = 0; end < holders.length; end++) {
            isClosed[end] = false;
        }
        require(blocks.memory(block).retype(ObjectType.CNODE, TABLE_BITS, own.table(), tableSlot, 1));
        require(blocks.memory(block).retype(ObjectType.FRAME, 0, CNode.at(tableSlot), FIRST_PAGE, PAGES));
        for (int page = 0; page < PAGES; page++) {
            require(own.map(Frame.at(own.in(tableSlot, FIRST_PAGE + page)), start() + page * UserLayout.PAGE));
        }
    }

    private long start() {
        return blocks.offset(block);
    }

    /** Somebody has an end more. */
    void hold(PipeEnd end) {
        holders[end.ordinal()]++;
    }

    /** Nobody more will be given an end. */
    void close(PipeEnd end) {
        isClosed[end.ordinal()] = true;
    }

    /** Somebody has an end less. */
    void release(PipeEnd end) {
        holders[end.ordinal()]--;
    }

    /** Whoever made it has no number for it any more. */
    void drop() {
        hasNumber = false;
    }

    /** The client that it counts for. */
    int payer() {
        return payer;
    }

    /** Whether there is room for all of these bytes. */
    boolean hasRoom(int bytes) {
        return bytes <= CAPACITY - count;
    }

    /** Whether nobody can reach it any more. */
    boolean isUnused() {
        return !hasNumber && holders[PipeEnd.READ.ordinal()] == 0 && holders[PipeEnd.WRITE.ordinal()] == 0;
    }

    void destroy() {
        accounts.add(payer, -MEMORY, 0);
        accounts.addThing(payer, -1);
        blocks.giveBack(block);
        block = Blocks.NONE;
    }

    /** Whether somebody has this end, or is still to be given it. */
    boolean isOpen(PipeEnd end) {
        return holders[end.ordinal()] > 0 || hasNumber && !isClosed[end.ordinal()];
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Takes bytes out of a window, as many as there is room for and the window has. @return how many; -1 if there is room, and the window has none */
    int fill(Window from, long offset, int most) {
        int taken = 0;
        while (taken < most && count < CAPACITY) {
            int at = (first + count) % CAPACITY;
            int here = Math.min(Math.min(most - taken, CAPACITY - count), CAPACITY - at);
            if (WindowCopy.read(from, offset + taken, own.memory(), start() + at, here) != KernelError.NONE) {
                return taken == 0 ? -1 : taken;
            }
            count += here;
            taken += here;
        }
        return taken;
    }

    /** Puts bytes into a window, as many as there are and it has room for. @return how many; -1 if there are some, and it has room for none */
    int drain(Window to, long offset, int most) {
        int given = 0;
        while (given < most && count > 0) {
            int here = Math.min(Math.min(most - given, count), CAPACITY - first);
            if (WindowCopy.write(to, offset + given, own.memory(), start() + first, here) != KernelError.NONE) {
                return given == 0 ? -1 : given;
            }
            first = (first + here) % CAPACITY;
            count -= here;
            given += here;
        }
        return given;
    }

    private static void require(KernelError error) {
        if (error != KernelError.NONE) {
            throw new IllegalStateException("a pipe cannot be made");
        }
    }
}
