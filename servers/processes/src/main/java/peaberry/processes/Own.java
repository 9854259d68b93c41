package peaberry.processes;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Frame;
import peaberry.runtime.Grants;
import peaberry.runtime.PageTable;
import peaberry.runtime.Partition;
import peaberry.runtime.Region;
import peaberry.runtime.VSpace;
import peaberry.runtime.Workspace;

/**
 * What the server was given, and its own address space. There, memory is seen at the place that it has in the whole that all is made from, so no two things are ever at one place;
 * behind that are two pages for drafts.
 *
 * <p>The server's table has other tables in it, one for each process and image: {@link #in} is how the address of a capability in one of these is made.
 */
final class Own {

    static final boolean DATA = false;

    /** The declaration's names. */
    static final String TABLE = "table";
    private static final String SPACE = "space";
    private static final String OBJECTS = "objects";
    private static final String SERVICE = "service";
    private static final String TIME = "time";

    private static final Rights SEND = Rights.WRITE.or(Rights.GRANT);
    /** As many as one page table maps. */
    private static final int PAGES_OF_TABLE = 512;
    private static final int LEVELS = 3;
    private static final int DRAFTS = 2;

    private CNode table = CNode.at(0);
    private VSpace space = VSpace.at(0);
    private int service;
    private int partition;
    private int indexBits;
    private int draftPage;

    /** Finds what the server was given, and maps pages for drafts. @param firstSlot the first empty one @param blocks which it opens @return the first slot that is empty still */
    int open(int firstSlot, Blocks blocks) {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, TABLE).slot());
        space = VSpace.at(Grants.find(GrantKind.OWN_ADDRESS_SPACE, SPACE).slot());
        service = Grants.find(GrantKind.OWN_SERVICE, SERVICE).slot();
        partition = Grants.find(GrantKind.PARTITION, TIME).slot();
        require(table.inspect(table.slot()));
        indexBits = Long.numberOfTrailingZeros(CNode.inspectDetail());
        int bits = (int) Grants.firstNumber(GrantKind.MEMORY, OBJECTS);
        blocks.open(table, Grants.find(GrantKind.MEMORY, OBJECTS).slot(), bits, firstSlot);
        return prepareTables(blocks, bits, firstSlot + Blocks.slots(bits));
    }

    /** Makes the page tables for the whole, and the drafts. @return the slot behind them */
    private int prepareTables(Blocks blocks, int bits, int slot) {
        int tables = (int) ((1L << bits) / UserLayout.PAGE / PAGES_OF_TABLE) + LEVELS;
        int block = blocks.take((tables + DRAFTS) * UserLayout.PAGE);
        draftPage = (int) ((1L << bits) / UserLayout.PAGE);
        for (int made = 0; made < tables; made++) {
            require(blocks.memory(block).retype(ObjectType.PAGE_TABLE, 0, table, slot + made, 1));
        }
        require(blocks.memory(block).retype(ObjectType.FRAME, 0, table, slot + tables, DRAFTS));
        int used = 0;
        for (int page = 0; page <= draftPage; page += PAGES_OF_TABLE) {
            while (used < tables && PageTable.at(slot + used).map(space, Workspace.address(page)) == KernelError.NONE) {
                used++;
            }
        }
        for (int draft = 0; draft < DRAFTS; draft++) {
            require(Frame.at(slot + tables + draft).map(space, Workspace.address(draftPage + draft), Rights.READ_WRITE, DATA));
        }
        return slot + tables + DRAFTS;
    }

    CNode table() {
        return table;
    }

    /** The address of a capability in a table that is in a slot of the server's own. @param index at least 1 */
    int in(int tableSlot, int index) {
        return tableSlot | index << indexBits;
    }

    /** The most slots that such a table can have: log2. */
    int mostBits() {
        return Integer.SIZE - 1 - indexBits;
    }

    /** Maps a page of an image where the server reads and writes it. @param at its place in the whole */
    KernelError map(Frame frame, long at) {
        return frame.map(space, Workspace.address((int) (at / UserLayout.PAGE)), Rights.READ_WRITE, DATA);
    }

    /** All that is mapped: the whole, and behind it the drafts. */
    Region memory() {
        return Workspace.memory();
    }

    /** Where the draft of a page is with what a child is given. */
    long draft() {
        return draftPage * UserLayout.PAGE;
    }

    /** Where a page is that passes from one address space to another. */
    long passage() {
        return (draftPage + 1) * UserLayout.PAGE;
    }

    /** Makes a capability by which somebody speaks to the server. */
    KernelError mint(CNode to, int slot, long badge) {
        return to.mint(slot, table, service, SEND, badge);
    }

    /** Puts a capability by which somebody speaks to the server into a slot of its own, in place of what is there. */
    KernelError mint(int slot, long badge) {
        table.delete(slot);
        return mint(table, slot, badge);
    }

    /** The badge of what the kernel says about a child. */
    static long faultBadge(int child) {
        return Badges.FAULT | child;
    }

    /** The right to give out time. */
    Partition partition() {
        return Partition.at(partition);
    }

    private static void require(KernelError error) {
        if (error != KernelError.NONE) {
            throw new IllegalStateException("the server was not given what it needs");
        }
    }
}
