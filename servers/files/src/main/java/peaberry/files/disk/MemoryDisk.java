package peaberry.files.disk;

import peaberry.abi.RegionKind;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/**
 * A disk in the server's own memory, which outlives the server: a loss of power is its end, and the server's death is to it what a loss of power is to others.
 *
 * <p>The server may die in the midst of a write, with half of a sector written, which no disk does. So each write is noted before it begins, and one that did not end is made again when the next
 * life of the server begins: the memory that it is made from outlives the server, too.
 *
 * <pre>
 * behind the sectors   u64 the sector that is being written to; u64 where in the cache that comes from; u64 how many sectors, 0 if nothing is being written
 * </pre>
 */
final class MemoryDisk implements Storage {

    private static final int FROM = 8;
    private static final int COUNT = 16;

    private final Region disk = new Region();
    private final Region memory = new Region();

    /** Finds both memories, by the declaration's names for them. @return whether there is a disk of that name in memory */
    boolean open(String diskName, String memoryName) {
        if (!Regions.open(disk, diskName, RegionKind.KEPT, 0)) {
            return false;
        }
        if (!Regions.open(memory, memoryName, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for sectors");
        }
        if (disk.int64(note() + COUNT) != 0 && write(disk.int64(note()), (int) disk.int64(note() + COUNT), disk.int64(note() + FROM)) != Outcome.DONE) {
            throw new IllegalStateException("nothing was ever written there");
        }
        return true;
    }

    @Override
    public Outcome find() {
        return Outcome.DONE;
    }

    /** The last one's place is where the note is. */
    @Override
    public long sectors() {
        return disk.size() / BlockDevice.SECTOR_BYTES - 1;
    }

    private long note() {
        return sectors() * BlockDevice.SECTOR_BYTES;
    }

    @Override
    public Region memory() {
        return memory;
    }

    @Override
    public Outcome read(long sector, int count, long offset) {
        if (!contains(sector, count)) {
            return Outcome.OUT_OF_RANGE;
        }
        memory.copyFrom(disk, sector * BlockDevice.SECTOR_BYTES, offset, (long) count * BlockDevice.SECTOR_BYTES);
        return Outcome.DONE;
    }

    @Override
    public Outcome write(long sector, int count, long offset) {
        if (!contains(sector, count)) {
            return Outcome.OUT_OF_RANGE;
        }
        disk.setInt64(note(), sector);
        disk.setInt64(note() + FROM, offset);
        disk.setInt64(note() + COUNT, count);
        disk.copyFrom(memory, offset, sector * BlockDevice.SECTOR_BYTES, (long) count * BlockDevice.SECTOR_BYTES);
        disk.setInt64(note() + COUNT, 0);
        return Outcome.DONE;
    }

    private boolean contains(long sector, int count) {
        return sector >= 0 && sector <= sectors() - count;
    }

    @Override
    public Outcome flush() {
        return Outcome.DONE;
    }
}
