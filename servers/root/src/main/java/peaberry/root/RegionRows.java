package peaberry.root;

import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.RegionKind;
import peaberry.abi.RegionTable;
import peaberry.abi.UserLayout;
import peaberry.runtime.Region;
import peaberry.system.ProcessControl;

/**
 * What root mapped into a process because of its devices: where the next region goes, and the rows that tell the process, in the page where it
 * looks for what it was given.
 */
final class RegionRows {

    private static final int TABLE = (int) (UserLayout.REGION_TABLE - UserLayout.START_PAGE);

    private final Process process;
    private final long[] registers = new long[ProcessControl.BASE_ADDRESSES];
    private final long[] registerBytes = new long[ProcessControl.BASE_ADDRESSES];
    private int rows;
    private long next = UserLayout.DEVICES;

    RegionRows(Process process) {
        this.process = process;
    }

    void clear() {
        rows = 0;
        next = UserLayout.DEVICES;
        for (int base = 0; base < registers.length; base++) {
            registerBytes[base] = 0;
        }
    }

    /** Whether there is no room for another row. */
    boolean isFull() {
        return rows == RegionTable.MAX_ROWS;
    }

    /** Where the next region is mapped: behind an empty page, so that nothing runs on into it. */
    long next() {
        return next;
    }

    /** Remembers what a base address register's region is, whose row is added too. */
    KernelError addRegisters(GrantTable grants, int nameRow, int base, long bytes) {
        registers[base] = next;
        registerBytes[base] = bytes;
        return add(grants, nameRow, RegionKind.REGISTERS, base, bytes, 0);
    }

    /** Adds a row about a part of a base address register's region, which has to lie within it. */
    KernelError addPart(GrantTable grants, int nameRow, int structure, int base, long offset, long bytes, long extra) {
        return offset > registerBytes[base] || bytes > registerBytes[base] - offset
                ? KernelError.RANGE_ERROR
                : write(grants, nameRow, RegionKind.VIRTIO, structure, registers[base] + offset, bytes, extra);
    }

    /** Adds the row of a region that was mapped at {@link #next}. @param nameRow of {@code grants}: the name is the same */
    KernelError add(GrantTable grants, int nameRow, RegionKind kind, int number, long bytes, long deviceAddress) {
        KernelError error = write(grants, nameRow, kind, number, next, bytes, deviceAddress);
        next += (bytes + UserLayout.PAGE - 1 & -UserLayout.PAGE) + UserLayout.PAGE;
        return error;
    }

    private KernelError write(GrantTable grants, int nameRow, RegionKind kind, int number, long address, long bytes, long deviceAddress) {
        if (rows == RegionTable.MAX_ROWS) {
            return KernelError.NOT_ENOUGH_MEMORY;
        }
        KernelError error = Look.begin(process.startPage().slot());
        if (error != KernelError.NONE) {
            return error;
        }
        Region page = Look.page();
        int row = TABLE + rows * RegionTable.ROW_BYTES;
        for (int i = 0; i < GrantTable.NAME_BYTES; i++) {
            page.setByte(row + i, grants.nameChar(nameRow, i));
        }
        page.setInt32(row + RegionTable.KIND_OFFSET, kind.ordinal());
        page.setInt32(row + RegionTable.NUMBER_OFFSET, number);
        page.setInt64(row + RegionTable.ADDRESS_OFFSET, address);
        page.setInt64(row + RegionTable.SIZE_OFFSET, bytes);
        page.setInt64(row + RegionTable.DEVICE_ADDRESS_OFFSET, deviceAddress);
        rows++;
        return Look.end();
    }
}
