package peaberry.bench;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Frame;
import peaberry.runtime.Region;
import peaberry.runtime.Time;
import peaberry.runtime.VSpace;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.runtime.Workspace;

/** Measures what it takes to read a page of another address space through a window. */
final class WindowPath {

    private static final int RUNS = 100;

    private WindowPath() {
    }

    /** Ticks, less what looking at the clock takes. */
    static long ticks() {
        VSpace other = VSpace.at(Resources.make(ObjectType.VSPACE));
        int seen = Resources.page();
        Resources.map(Frame.at(Resources.make(ObjectType.FRAME)), other, seen, Rights.READ_WRITE, Resources.DATA);
        Window window = Window.at(Resources.slot());
        Resources.require(other.makeWindow(Workspace.address(seen), UserLayout.PAGE, Rights.READ, Resources.table(), window.slot()));
        int own = Resources.page();
        Resources.map(Frame.at(Resources.make(ObjectType.FRAME)), Resources.space(), own, Rights.READ_WRITE, Resources.DATA);
        Region memory = Workspace.memory();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            KernelError error = WindowCopy.read(window, 0, memory, own * UserLayout.PAGE, UserLayout.PAGE);
            long taken = Time.ticks() - start;
            Resources.require(error);
            least = Math.min(least, taken);
        }
        return least - Paths.clock();
    }
}
