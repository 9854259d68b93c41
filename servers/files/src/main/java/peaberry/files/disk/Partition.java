package peaberry.files.disk;

import peaberry.abi.Timeout;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.DiskMemory;
import peaberry.runtime.Region;

/** All of a disk, or of a partition. */
final class Partition implements Storage {

    /** More than it takes to make a driver anew that hangs. One that is not there answers nobody. */
    private static final Timeout PATIENCE = Timeout.of(30_000_000);

    private final DiskMemory disk;

    /** By the declaration's names: for the disk, and for the memory that its sectors travel to and from. */
    Partition(String name, String memory) {
        disk = new DiskMemory(name, memory, PATIENCE);
    }

    /** Finds the memory. @param slot an empty one */
    void open(int slot) {
        disk.open(slot);
    }

    @Override
    public Outcome find() {
        return disk.disk().size();
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
    public Outcome read(long sector, int count, long offset) {
        return readOn(sector, count, 0, offset);
    }

    @Override
    public Outcome readOn(long sector, int count, int ahead, long offset) {
        return disk.read(sector, count, ahead, offset);
    }

    @Override
    public Outcome write(long sector, int count, long offset) {
        return disk.write(sector, count, Caching.WRITE_BACK, offset);
    }

    @Override
    public Outcome writeThrough(long sector, int count, long offset) {
        return disk.write(sector, count, Caching.WRITE_THROUGH, offset);
    }

    @Override
    public Outcome post(long sector, int count, long offset) {
        return disk.write(sector, count, Caching.POSTED, offset);
    }

    @Override
    public Outcome collect(int count) {
        return disk.disk().collect(count);
    }

    @Override
    public Outcome flush() {
        return disk.disk().flush();
    }
}
