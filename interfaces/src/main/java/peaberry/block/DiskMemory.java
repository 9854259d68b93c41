package peaberry.block;

import peaberry.abi.RegionKind;
import peaberry.abi.Rights;
import peaberry.abi.Timeout;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.LentMemory;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/** A disk, and memory of the program's own that its sectors travel to and from. Who serves the disk reaches the memory of what it is asked for, while it is asked, and nothing else. */
public final class DiskMemory {

    /** The declaration's names. */
    private static final String TABLE = "table";
    private static final String SPACE = "space";

    private final BlockDeviceClient disk;
    private final String name;
    private final Timeout patience;
    private final Region memory = new Region();
    private final LentMemory lent = new LentMemory(memory);

    /**
     * @param disk     the declaration's name for the disk
     * @param memory   and for the memory, which outlives the program
     * @param patience with whoever serves the disk
     */
    public DiskMemory(String disk, String memory, Timeout patience) {
        this.disk = new BlockDeviceClient(disk);
        name = memory;
        this.patience = patience;
    }

    /** Finds the memory. @param slot an empty one */
    public void open(int slot) {
        if (!Regions.open(memory, name, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for sectors");
        }
        lent.open(TABLE, SPACE, slot);
        disk.setPatience(patience);
    }

    /** What is asked for anything but sectors that travel to or from the memory. */
    public BlockDeviceClient disk() {
        return disk;
    }

    public Region memory() {
        return memory;
    }

    /** Reads sectors. @param count 1 to {@link BlockDevice#MAX_SECTORS} @param ahead as of {@link BlockDevice#read} @param offset of the first byte in the memory */
    public Outcome read(long sector, int count, int ahead, long offset) {
        Outcome outcome = disk.read(sector, count, ahead, lent.lend(offset, (long) count * BlockDevice.SECTOR_BYTES, Rights.WRITE), 0);
        lent.takeBack();
        return outcome;
    }

    /** Writes sectors. @param count 1 to {@link BlockDevice#MAX_SECTORS} @param offset of the first byte in the memory */
    public Outcome write(long sector, int count, Caching caching, long offset) {
        Outcome outcome = disk.write(sector, count, caching, lent.lend(offset, (long) count * BlockDevice.SECTOR_BYTES, Rights.READ), 0);
        lent.takeBack();
        return outcome;
    }
}
