package peaberry.faults;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.CNode;
import peaberry.runtime.Frame;
import peaberry.runtime.Grants;
import peaberry.runtime.PageTable;
import peaberry.runtime.Region;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.VSpace;
import peaberry.runtime.Window;
import peaberry.runtime.Workspace;

/** A page of memory that servers copy out of and into, through a window. Made when the program runs. */
final class SharedPages {

    private static final int PAGE = 0;
    /** Page tables that can be missing on the way to an address. */
    private static final int LEVELS = 3;
    private static final boolean DATA = false;

    private final Region memory = Workspace.memory();
    private CNode table = CNode.at(0);
    private UntypedMemory objects = UntypedMemory.at(0);
    private Window window = Window.at(0);
    private int nextSlot;
    private boolean made;

    /** Makes it of the memory that the program was given for objects. */
    void make() {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        objects = UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot());
        VSpace space = VSpace.at(Grants.find(GrantKind.OWN_ADDRESS_SPACE, "space").slot());
        nextSlot = Grants.firstFreeSlot();
        int frame = nextSlot++;
        int opened = nextSlot++;
        KernelError error = objects.retype(ObjectType.FRAME, 0, table, frame, 1);
        if (error == KernelError.NONE) {
            error = map(space, Frame.at(frame));
        }
        if (error == KernelError.NONE) {
            error = space.makeWindow(Workspace.address(PAGE), UserLayout.PAGE, Rights.READ_WRITE, table, opened);
        }
        window = Window.at(opened);
        made = error == KernelError.NONE;
    }

    /** Whether {@link #make} could do it. */
    boolean exist() {
        return made;
    }

    /** What servers are given. */
    Window window() {
        return window;
    }

    /**
     * Closes all that was made of the window for others: to be called after each request, since a server that did not answer in time could still copy
     * into the memory when it is used for something else.
     */
    void takeBack() {
        table.revoke(window.slot());
    }

    /** The memory, of which the first page counts. */
    Region memory() {
        return memory;
    }

    private KernelError map(VSpace space, Frame frame) {
        KernelError error = frame.map(space, Workspace.address(PAGE), Rights.READ_WRITE, DATA);
        for (int i = 0; i < LEVELS && error == KernelError.MISSING_PAGE_TABLE; i++) {
            int slot = nextSlot++;
            error = objects.retype(ObjectType.PAGE_TABLE, 0, table, slot, 1);
            if (error == KernelError.NONE) {
                error = PageTable.at(slot).map(space, Workspace.address(PAGE));
            }
            if (error == KernelError.NONE) {
                error = frame.map(space, Workspace.address(PAGE), Rights.READ_WRITE, DATA);
            }
        }
        return error;
    }
}
