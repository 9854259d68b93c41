package peaberry.processes;

import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.abi.RegionTable;
import peaberry.abi.UserLayout;
import peaberry.process.Spawner;
import peaberry.runtime.Text;
import peaberry.runtime.Time;

/** Writes the page where a child finds what it was given: rows as root writes them for the processes of the declaration. */
final class StartPage {

    private static final int REGIONS = (int) (UserLayout.REGION_TABLE - UserLayout.START_PAGE);

    private final Own own;
    private final Pages pages;
    private final Text name = new Text(Spawner.MAX_NAME);

    StartPage(Own own, Pages pages) {
        this.own = own;
        this.pages = pages;
    }

    /** Begins a page, which {@link #end} gives to a child. */
    void begin() {
        own.memory().clear(own.draft(), UserLayout.PAGE);
        own.memory().setInt64(own.draft() + UserLayout.TICKS_PER_MICROSECOND - UserLayout.START_PAGE, Time.ticksPerMicrosecond());
    }

    KernelError end(Child child) {
        return pages.write(child, UserLayout.START_PAGE, own.draft(), UserLayout.PAGE);
    }

    /** The slot of what is given next. */
    int nextSlot(Child child) {
        return ProgramSlots.FIRST_NAMED + child.grants;
    }

    /** Notes a grant in the {@linkplain #nextSlot next slot}, of a page that was begun. */
    void add(Child child, GrantKind kind, String name, long first) {
        writeRow(own.draft() + row(child), kind, this.name.clear().append(name), nextSlot(child), first);
        child.grants++;
    }

    /** Tells of a grant in the {@linkplain #nextSlot next slot}, on a page that the child has already. */
    KernelError tell(Child child, GrantKind kind, Text name) {
        own.memory().clear(own.passage(), GrantTable.ROW_BYTES);
        writeRow(own.passage(), kind, name, nextSlot(child), 0);
        KernelError error = pages.write(child, UserLayout.START_PAGE + row(child), own.passage(), GrantTable.ROW_BYTES);
        child.grants++;
        return error;
    }

    private static long row(Child child) {
        return (long) child.grants * GrantTable.ROW_BYTES;
    }

    private void writeRow(long at, GrantKind kind, Text name, int slot, long first) {
        writeName(at, name);
        own.memory().setInt32(at + GrantTable.KIND_OFFSET, kind.ordinal());
        own.memory().setInt32(at + GrantTable.SLOT_OFFSET, slot);
        own.memory().setInt64(at + GrantTable.FIRST_OFFSET, first);
    }

    /** Notes memory, on a page that was begun. @param row which one of these rows */
    void addRegion(int row, RegionKind kind, String name, long address, long bytes) {
        long at = own.draft() + REGIONS + (long) row * RegionTable.ROW_BYTES;
        writeName(at, this.name.clear().append(name));
        own.memory().setInt32(at + RegionTable.KIND_OFFSET, kind.ordinal());
        own.memory().setInt64(at + RegionTable.ADDRESS_OFFSET, address);
        own.memory().setInt64(at + RegionTable.SIZE_OFFSET, bytes);
    }

    private void writeName(long at, Text name) {
        for (int i = 0; i < name.length(); i++) {
            own.memory().setByte(at + i, name.byteAt(i));
        }
    }
}
