package peaberry.partitions;

import peaberry.abi.Timeout;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.DiskMemory;
import peaberry.runtime.Region;
import peaberry.runtime.Window;

/**
 * The disk as another server has it, a driver most often. A client's window is handed on as it came, so a request's data are copied as often as
 * without this server; the copy that is here goes when the client was answered.
 */
final class Driver implements Disk {

    /** More than it takes to make a driver anew that hangs, and less than a client waits. One that is not there answers nobody. */
    private static final Timeout PATIENCE = Timeout.of(20_000_000);

    private final DiskMemory disk = new DiskMemory("disk", "buffer", PATIENCE);

    /** Finds the memory. @param slot an empty one */
    void open(int slot) {
        disk.open(slot);
    }

    @Override
    public Outcome find() {
        return told(disk.disk().size());
    }

    @Override
    public long sectors() {
        return disk.disk().sizeResult();
    }

    @Override
    public Region memory() {
        return disk.memory();
    }

    @Override
    public Outcome look(long sector, int count) {
        return told(disk.read(sector, count, 0, 0));
    }

    @Override
    public Outcome read(long sector, int count, int ahead, Window to, long offset) {
        return told(disk.disk().read(sector, count, ahead, to, offset));
    }

    @Override
    public Outcome write(long sector, int count, Caching caching, Window from, long offset) {
        return told(disk.disk().write(sector, count, caching, from, offset));
    }

    @Override
    public Outcome flush() {
        return told(disk.disk().flush());
    }

    @Override
    public Outcome collect(int count) {
        return told(disk.disk().collect(count));
    }

    /** What clients are told: that the driver does not answer as it should is not what they did. */
    private static Outcome told(Outcome outcome) {
        return switch (outcome) {
            case INVALID, SERVER_RESTARTED, UNREACHABLE -> Outcome.DEVICE_ERROR;
            default -> outcome;
        };
    }
}
