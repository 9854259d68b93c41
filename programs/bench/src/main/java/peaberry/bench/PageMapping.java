package peaberry.bench;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.CNode;
import peaberry.runtime.Frame;
import peaberry.runtime.PageTable;
import peaberry.runtime.ProgramSlots;
import peaberry.runtime.Time;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.VSpace;
import peaberry.runtime.Workspace;

/** Measures what mapping a page takes, where all page tables are there. */
final class PageMapping {

    private static final int RUNS = 100;
    private static final boolean DATA = false;
    /** Page tables that may be missing on the way to the workspace. */
    private static final int MAX_TABLES = 3;

    private static final int FRAME = ProgramSlots.PORT_CONTROL + 1;
    private static final int FIRST_TABLE = FRAME + 1;

    private static final UntypedMemory MEMORY = UntypedMemory.at(ProgramSlots.MEMORY);
    private static final CNode TABLE = CNode.at(ProgramSlots.OWN_CNODE);
    private static final VSpace SPACE = VSpace.at(ProgramSlots.OWN_VSPACE);

    private PageMapping() {
    }

    /** Ticks, less what looking at the clock takes; a meaningless large number if the kernel refuses. */
    static long ticks() {
        MEMORY.retype(ObjectType.FRAME, 0, TABLE, FRAME, 1);
        for (int table = FIRST_TABLE; table < FIRST_TABLE + MAX_TABLES && map() == KernelError.MISSING_PAGE_TABLE; table++) {
            MEMORY.retype(ObjectType.PAGE_TABLE, 0, TABLE, table, 1);
            PageTable.at(table).map(SPACE, Workspace.address(0));
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            Frame.at(FRAME).unmap();
            long start = Time.ticks();
            KernelError error = map();
            long taken = Time.ticks() - start;
            if (error == KernelError.NONE) {
                least = Math.min(least, taken);
            }
        }
        return least - Paths.clock();
    }

    private static KernelError map() {
        return Frame.at(FRAME).map(SPACE, Workspace.address(0), Rights.READ_WRITE, DATA);
    }
}
