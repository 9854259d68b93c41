package peaberry.bench;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.CNode;
import peaberry.runtime.Frame;
import peaberry.runtime.ProgramSlots;
import peaberry.runtime.Region;
import peaberry.runtime.Time;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.VSpace;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.runtime.Workspace;

/** Measures what it takes to read a page through a window, once {@link PageMapping} has made the page tables. */
final class WindowPath {

    private static final int RUNS = 100;
    private static final boolean DATA = false;

    /** Slots behind those of {@link PageMapping}. */
    private static final int FRAMES = ProgramSlots.PORT_CONTROL + 8;
    private static final int WINDOW = FRAMES + 2;
    /** Pages of the workspace. */
    private static final int SEEN = 1;
    private static final int OWN = 2;

    private static final CNode TABLE = CNode.at(ProgramSlots.OWN_CNODE);
    private static final VSpace SPACE = VSpace.at(ProgramSlots.OWN_VSPACE);

    private WindowPath() {
    }

    /** Ticks, less what looking at the clock takes; a meaningless large number if the kernel refuses. */
    static long ticks() {
        UntypedMemory.at(ProgramSlots.MEMORY).retype(ObjectType.FRAME, 0, TABLE, FRAMES, 2);
        Frame.at(FRAMES).map(SPACE, Workspace.address(SEEN), Rights.READ_WRITE, DATA);
        Frame.at(FRAMES + 1).map(SPACE, Workspace.address(OWN), Rights.READ_WRITE, DATA);
        SPACE.makeWindow(Workspace.address(SEEN), UserLayout.PAGE, Rights.READ, TABLE, WINDOW);
        Region own = Workspace.memory();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            KernelError error = WindowCopy.read(Window.at(WINDOW), 0, own, OWN * UserLayout.PAGE, UserLayout.PAGE);
            long taken = Time.ticks() - start;
            if (error == KernelError.NONE) {
                least = Math.min(least, taken);
            }
        }
        return least - Paths.clock();
    }
}
