package peaberry.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** In an ordinary Java program: slots and pages come from where its heap takes them. */
@Include(value = "pages.h", isSystem = false)
public final class OwnPages {

    private static int nextPage;

    private OwnPages() {
    }

    /** The first of empty slots in a row. */
    public static int takeSlots(int count) {
        int first = (int) slots(count);
        if (first == 0) {
            throw new OutOfMemoryError("there are no slots left");
        }
        return first;
    }

    /** Makes pages and maps them. @return the offset of the first one in {@link Workspace#memory} */
    public static long map(int pages) {
        long first = Workspace.address(nextPage);
        if (!mapPages(Address.fromLong(first), Address.fromLong(Workspace.address(nextPage + pages)))) {
            throw new OutOfMemoryError("there is no memory for pages");
        }
        nextPage += pages;
        return first - Workspace.address(0);
    }

    @Import(name = "peaberry_takeSlots")
    @Unmanaged
    private static native long slots(int count);

    @Import(name = "peaberry_mapPages")
    @Unmanaged
    private static native boolean mapPages(Address from, Address to);
}
