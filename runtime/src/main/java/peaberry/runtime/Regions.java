package peaberry.runtime;

import peaberry.abi.RegionKind;
import peaberry.abi.RegionTable;
import peaberry.abi.UserLayout;
import peaberry.abi.VirtioStructure;
import peaberry.machine.Trusted;

/** The memory that root mapped into the program because of its devices, by the names that the declaration has for these. Known only at run time. */
@Trusted
public final class Regions {

    private static final RegionTable TABLE = new RegionTable(new Region(UserLayout.REGION_TABLE, RegionTable.MAX_ROWS * RegionTable.ROW_BYTES));

    private Regions() {
    }

    /**
     * Makes a region that of a device; without such a one it stays as it is.
     *
     * @param number of the base address register, with {@link RegionKind#REGISTERS}; of the structure, with {@link RegionKind#VIRTIO}; else 0
     * @return whether there is one
     */
    public static boolean open(Region region, String name, RegionKind kind, int number) {
        int row = TABLE.find(name, kind, number);
        if (row == RegionTable.NO_ROW) {
            return false;
        }
        region.place(TABLE.address(row), TABLE.size(row));
        return true;
    }

    /** Where the device of that name sees the start of the memory that it shares with the program; 0 if they share none. */
    public static long deviceAddress(String name) {
        int row = TABLE.find(name, RegionKind.DMA, 0);
        return row == RegionTable.NO_ROW ? 0 : TABLE.deviceAddress(row);
    }

    /** How many bytes the places are apart at which the queues of the virtio device of that name are notified; 0 if it is one place for all. */
    public static long notifyMultiplier(String name) {
        int row = TABLE.find(name, RegionKind.VIRTIO, VirtioStructure.NOTIFICATIONS);
        return row == RegionTable.NO_ROW ? 0 : TABLE.notifyMultiplier(row);
    }
}
