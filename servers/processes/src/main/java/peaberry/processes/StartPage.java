package peaberry.processes;

import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.abi.RegionTable;
import peaberry.abi.UserLayout;
import peaberry.process.Spawner;
import peaberry.runtime.Region;
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

    /** Tells how fast time goes. */
    KernelError tellTime(Child child) {
        own.memory().setInt64(own.draft(), Time.ticksPerMicrosecond());
        return pages.write(child, UserLayout.TICKS_PER_MICROSECOND, own.draft(), Long.BYTES);
    }

    /** The slot of what is given next. */
    int nextSlot(Child child) {
        return ProgramSlots.FIRST_NAMED + child.grants;
    }

    /** Tells of a grant in the {@linkplain #nextSlot next slot}. */
    KernelError add(Child child, GrantKind kind, String name, long first) {
        return add(child, kind, this.name.clear().append(name), first);
    }

    KernelError add(Child child, GrantKind kind, Text name, long first) {
        Region draft = own.memory();
        writeName(name);
        draft.setInt32(own.draft() + GrantTable.KIND_OFFSET, kind.ordinal());
        draft.setInt32(own.draft() + GrantTable.SLOT_OFFSET, nextSlot(child));
        draft.setInt64(own.draft() + GrantTable.FIRST_OFFSET, first);
        KernelError error = pages.write(child, UserLayout.START_PAGE + (long) child.grants * GrantTable.ROW_BYTES, own.draft(), GrantTable.ROW_BYTES);
        child.grants++;
        return error;
    }

    /** Tells of memory. @param row which one of these rows @param number that goes with it */
    KernelError addRegion(Child child, int row, RegionKind kind, String name, int number, long address, long bytes) {
        Region draft = own.memory();
        writeName(this.name.clear().append(name));
        draft.setInt32(own.draft() + RegionTable.KIND_OFFSET, kind.ordinal());
        draft.setInt32(own.draft() + RegionTable.NUMBER_OFFSET, number);
        draft.setInt64(own.draft() + RegionTable.ADDRESS_OFFSET, address);
        draft.setInt64(own.draft() + RegionTable.SIZE_OFFSET, bytes);
        return pages.write(child, UserLayout.START_PAGE + REGIONS + (long) row * RegionTable.ROW_BYTES, own.draft(), RegionTable.ROW_BYTES);
    }

    private void writeName(Text name) {
        own.memory().clear(own.draft(), Math.max(GrantTable.ROW_BYTES, RegionTable.ROW_BYTES));
        for (int i = 0; i < name.length(); i++) {
            own.memory().setByte(own.draft() + i, name.byteAt(i));
        }
    }
}
