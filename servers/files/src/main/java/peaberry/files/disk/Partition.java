package peaberry.files.disk;

import peaberry.abi.RegionKind;
import peaberry.abi.Rights;
import peaberry.abi.Timeout;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.runtime.LentMemory;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/** All of a disk. Its driver reaches the memory of what it is asked for, while it is asked, and nothing else. */
public final class Partition implements Storage {

    /** The declaration's names. */
    private static final String DRIVER = "disk";
    private static final String MEMORY = "cache";
    private static final String TABLE = "table";
    private static final String SPACE = "space";
    /** More than it takes to make a driver anew that hangs. One that is not there answers nobody. */
    private static final Timeout PATIENCE = Timeout.of(30_000_000);

    private final BlockDeviceClient driver = new BlockDeviceClient(DRIVER);
    private final Region memory = new Region();
    private final LentMemory lent = new LentMemory(memory);

    /** Finds the memory. @param slot an empty one */
    public void open(int slot) {
        if (!Regions.open(memory, MEMORY, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for chunks");
        }
        lent.open(TABLE, SPACE, slot);
        driver.setPatience(PATIENCE);
    }

    @Override
    public Outcome find() {
        return driver.size();
    }

    @Override
    public long sectors() {
        return driver.sizeResult();
    }

    @Override
    public Region memory() {
        return memory;
    }

    @Override
    public Outcome read(long sector, int count, long offset) {
        Outcome outcome = driver.read(sector, count, lent.lend(offset, (long) count * BlockDevice.SECTOR_BYTES, Rights.WRITE), 0);
        lent.takeBack();
        return outcome;
    }

    @Override
    public Outcome write(long sector, int count, long offset) {
        Outcome outcome = driver.write(sector, count, lent.lend(offset, (long) count * BlockDevice.SECTOR_BYTES, Rights.READ), 0);
        lent.takeBack();
        return outcome;
    }

    @Override
    public Outcome flush() {
        return driver.flush();
    }
}
