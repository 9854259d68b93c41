package peaberry.partitions;

import peaberry.abi.RegionKind;
import peaberry.abi.Rights;
import peaberry.abi.Timeout;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.runtime.LentMemory;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Window;

/**
 * The disk as another server has it, a driver most often. A client's window is handed on as it came, so a request's data are copied as often as
 * without this server; the copy that is here goes when the client was answered.
 */
final class Driver implements Disk {

    /** The declaration's names. */
    private static final String DRIVER = "disk";
    private static final String MEMORY = "buffer";
    private static final String TABLE = "table";
    private static final String SPACE = "space";
    /** More than it takes to make a driver anew that hangs, and less than a client waits. One that is not there answers nobody. */
    private static final Timeout PATIENCE = Timeout.of(20_000_000);

    private final BlockDeviceClient driver = new BlockDeviceClient(DRIVER);
    private final Region memory = new Region();
    private final LentMemory lent = new LentMemory(memory);

    /** Finds the memory. @param slot an empty one */
    void open(int slot) {
        if (!Regions.open(memory, MEMORY, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for a table");
        }
        lent.open(TABLE, SPACE, slot);
        driver.setPatience(PATIENCE);
    }

    @Override
    public Outcome find() {
        return told(driver.size());
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
    public Outcome look(long sector, int count) {
        Outcome outcome = driver.read(sector, count, lent.lend(0, (long) count * BlockDevice.SECTOR_BYTES, Rights.WRITE), 0);
        lent.takeBack();
        return told(outcome);
    }

    @Override
    public Outcome read(long sector, int count, Window to, long offset) {
        return told(driver.read(sector, count, to, offset));
    }

    @Override
    public Outcome write(long sector, int count, Window from, long offset) {
        return told(driver.write(sector, count, from, offset));
    }

    @Override
    public Outcome flush() {
        return told(driver.flush());
    }

    /** What clients are told: that the driver does not answer as it should is not what they did. */
    private static Outcome told(Outcome outcome) {
        return switch (outcome) {
            case INVALID, SERVER_RESTARTED, UNREACHABLE -> Outcome.DEVICE_ERROR;
            default -> outcome;
        };
    }
}
