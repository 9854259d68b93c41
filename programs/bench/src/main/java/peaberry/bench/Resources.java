package peaberry.bench;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.CNode;
import peaberry.runtime.Frame;
import peaberry.runtime.Grants;
import peaberry.runtime.PageTable;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.VSpace;
import peaberry.runtime.Workspace;

/** What the measurements are made with: objects in slots of their own, and pages of the workspace. Nothing is given back. */
final class Resources {

    static final boolean DATA = false;
    static final boolean CODE = true;

    /** Page tables that can be missing on the way to an address. */
    private static final int LEVELS = 3;

    private static CNode table = CNode.at(0);
    private static VSpace space = VSpace.at(0);
    private static UntypedMemory memory = UntypedMemory.at(0);
    private static int nextSlot;
    private static int nextPage;

    private Resources() {
    }

    /** Finds what this program was given, before anything is made. */
    static void find() {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        space = VSpace.at(Grants.find(GrantKind.OWN_ADDRESS_SPACE, "space").slot());
        memory = UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot());
        nextSlot = Grants.firstFreeSlot();
    }

    /** This program's own. */
    static CNode table() {
        return table;
    }

    /** This program's own. */
    static VSpace space() {
        return space;
    }

    /** An empty slot. */
    static int slot() {
        return nextSlot++;
    }

    /** A new object of a type that has one size. @return its slot */
    static int make(ObjectType type) {
        int slot = slot();
        require(memory.retype(type, 0, table, slot, 1));
        return slot;
    }

    /** A page of the workspace where nothing is mapped. @return its number */
    static int page() {
        return nextPage++;
    }

    /** Maps a frame at a page of the workspace, in any address space, and the page tables that are missing on the way. */
    static void map(Frame frame, VSpace space, int page, Rights rights, boolean executable) {
        long address = Workspace.address(page);
        KernelError error = frame.map(space, address, rights, executable);
        for (int i = 0; i < LEVELS && error == KernelError.MISSING_PAGE_TABLE; i++) {
            require(PageTable.at(make(ObjectType.PAGE_TABLE)).map(space, address));
            error = frame.map(space, address, rights, executable);
        }
        require(error);
    }

    /** Another capability of the same frame, which can be mapped once more. */
    static Frame copy(Frame frame) {
        int slot = slot();
        require(table.copy(slot, table, frame.slot(), Rights.ALL));
        return Frame.at(slot);
    }

    /** Nothing can be measured if the kernel refuses. */
    static void require(KernelError outcome) {
        if (outcome != KernelError.NONE) {
            throw new IllegalStateException();
        }
    }
}
