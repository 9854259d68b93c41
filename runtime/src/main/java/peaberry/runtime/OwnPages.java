package peaberry.runtime;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;

/**
 * Pages that a program makes from the memory that it was given for objects ({@code objects}), in its {@link Workspace}, and slots of its own table ({@code table}), one after the other. In an
 * ordinary Java program on the bare machine another class of this name takes both where its heap takes them.
 */
public final class OwnPages {

    private static final boolean DATA = false;

    private static int nextSlot;
    private static int nextPage;

    private OwnPages() {
    }

    /** The first of empty slots in a row. */
    public static int takeSlots(int count) {
        nextSlot = Math.max(nextSlot, Grants.firstFreeSlot());
        int first = nextSlot;
        nextSlot += count;
        return first;
    }

    /** Makes pages and maps them. @return the offset of the first one in {@link Workspace#memory} */
    public static long map(int pages) {
        long first = Workspace.address(nextPage) - Workspace.address(0);
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        VSpace space = VSpace.at(Grants.find(GrantKind.OWN_ADDRESS_SPACE, "space").slot());
        UntypedMemory memory = UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot());
        for (int page = 0; page < pages; page++) {
            Frame frame = Frame.at(takeSlots(1));
            require(memory.retype(ObjectType.FRAME, 0, table, frame.slot(), 1));
            KernelError error = frame.map(space, Workspace.address(nextPage), Rights.READ_WRITE, DATA);
            while (error == KernelError.MISSING_PAGE_TABLE) {
                PageTable level = PageTable.at(takeSlots(1));
                require(memory.retype(ObjectType.PAGE_TABLE, 0, table, level.slot(), 1));
                require(level.map(space, Workspace.address(nextPage)));
                error = frame.map(space, Workspace.address(nextPage), Rights.READ_WRITE, DATA);
            }
            require(error);
            nextPage++;
        }
        return first;
    }

    private static void require(KernelError error) {
        if (error != KernelError.NONE) {
            throw new IllegalStateException("there is no memory for pages");
        }
    }
}
