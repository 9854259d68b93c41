package peaberry.files.disk;

import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;

/** What the declaration calls the disk: memory of the server's own, or what somebody else serves. */
public final class DeclaredDisk implements Storage {

    /** The declaration's names. */
    private static final String DISK = "disk";
    private static final String MEMORY = "cache";

    private final MemoryDisk own = new MemoryDisk();
    private final Partition served = new Partition(DISK, MEMORY);
    private Storage storage = served;

    /** Finds it, and the memory that its sectors travel to and from. @param slot an empty one */
    public void open(int slot) {
        if (own.open(DISK, MEMORY)) {
            storage = own;
        } else {
            served.open(slot);
        }
    }

    /** Whether it is the server's own memory. */
    public boolean isMemory() {
        return storage == own;
    }

    @Override
    public Outcome find() {
        return storage.find();
    }

    @Override
    public long sectors() {
        return storage.sectors();
    }

    @Override
    public Region memory() {
        return storage.memory();
    }

    @Override
    public Outcome read(long sector, int count, long offset) {
        return storage.read(sector, count, offset);
    }

    @Override
    public Outcome readOn(long sector, int count, int ahead, long offset) {
        return storage.readOn(sector, count, ahead, offset);
    }

    @Override
    public Outcome write(long sector, int count, long offset) {
        return storage.write(sector, count, offset);
    }

    @Override
    public Outcome writeThrough(long sector, int count, long offset) {
        return storage.writeThrough(sector, count, offset);
    }

    @Override
    public Outcome post(long sector, int count, long offset) {
        return storage.post(sector, count, offset);
    }

    @Override
    public Outcome collect(int count) {
        return storage.collect(count);
    }

    @Override
    public Outcome flush() {
        return storage.flush();
    }
}
