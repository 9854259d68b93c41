package peaberry.bench;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.Frame;
import peaberry.runtime.Time;
import peaberry.runtime.VSpace;
import peaberry.runtime.Workspace;

/** Measures what mapping a page takes, where all page tables are there. */
final class PageMapping {

    private static final int RUNS = 100;

    private PageMapping() {
    }

    /** Ticks, less what looking at the clock takes. */
    static long ticks() {
        Frame frame = Frame.at(Resources.make(ObjectType.FRAME));
        int page = Resources.page();
        VSpace space = Resources.space();
        Resources.map(frame, space, page, Rights.READ_WRITE, Resources.DATA);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            Resources.require(frame.unmap());
            long start = Time.ticks();
            KernelError error = frame.map(space, Workspace.address(page), Rights.READ_WRITE, Resources.DATA);
            long taken = Time.ticks() - start;
            Resources.require(error);
            least = Math.min(least, taken);
        }
        return least - Paths.clock();
    }
}
