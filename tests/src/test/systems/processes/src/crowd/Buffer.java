package crowd;

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

/** A page that a program makes from the memory that it was given for objects, to be lent. */
final class Buffer {

    static final int BYTES = (int) UserLayout.PAGE;

    private static Window window = Window.at(0);

    private Buffer() {
    }

    static void make() {
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        VSpace space = VSpace.at(Grants.find(GrantKind.OWN_ADDRESS_SPACE, "space").slot());
        UntypedMemory objects = UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot());
        int slot = Grants.firstFreeSlot();
        Frame frame = Frame.at(slot++);
        objects.retype(ObjectType.FRAME, 0, table, frame.slot(), 1);
        KernelError error = frame.map(space, Workspace.address(0), Rights.READ_WRITE, false);
        while (error == KernelError.MISSING_PAGE_TABLE) {
            objects.retype(ObjectType.PAGE_TABLE, 0, table, slot, 1);
            PageTable.at(slot++).map(space, Workspace.address(0));
            error = frame.map(space, Workspace.address(0), Rights.READ_WRITE, false);
        }
        window = Window.at(slot);
        if (space.makeWindow(Workspace.address(0), BYTES, Rights.READ_WRITE, table, slot) != KernelError.NONE) {
            throw new IllegalStateException();
        }
    }

    static Region memory() {
        return Workspace.memory();
    }

    static Window window() {
        return window;
    }
}
