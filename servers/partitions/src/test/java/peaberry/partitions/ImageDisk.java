package peaberry.partitions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;
import peaberry.runtime.Window;
import peaberry.standin.HostMemory;

/** A disk in an array. It answers clients without any data, and remembers what it was asked for. */
final class ImageDisk implements Disk {

    static final Window WINDOW = Window.at(99);

    private static final long MEMORY_BYTES = 16 << 10;

    final byte[] image;
    /** What it says of its size. */
    long said;
    /** How often the server read something for itself. */
    int looks;
    /** How often it was asked for its size. */
    int finds;
    /** A sector that cannot be read, and what comes of it. */
    long badSector = -1;
    Outcome badOutcome = Outcome.DEVICE_ERROR;
    /** The last request of a client. */
    long sector = -1;
    int count;
    int ahead;
    long offset;
    String request = "";
    Caching caching = Caching.WRITE_BACK;
    /** What it says of writes, and to who collects. */
    Outcome written = Outcome.DONE;
    Outcome collected = Outcome.DONE;
    /** How often somebody did. */
    int collects;

    private final Region memory = new HostMemory().region("buffer", MEMORY_BYTES);

    ImageDisk(byte[] image) {
        this.image = image;
        said = image.length / BlockDevice.SECTOR_BYTES;
    }

    @Override
    public Outcome find() {
        finds++;
        return Outcome.DONE;
    }

    @Override
    public long sectors() {
        return said;
    }

    @Override
    public Region memory() {
        return memory;
    }

    @Override
    public Outcome look(long from, int sectors) {
        looks++;
        assertTrue(sectors >= 1 && (long) sectors * BlockDevice.SECTOR_BYTES <= MEMORY_BYTES, "a request for " + sectors + " sectors");
        assertTrue(from >= 0, "a request for sector " + from);
        if (from > image.length / BlockDevice.SECTOR_BYTES - sectors) {
            return Outcome.OUT_OF_RANGE;
        }
        if (badSector >= from && badSector < from + sectors) {
            return badOutcome;
        }
        for (int i = 0; i < sectors * BlockDevice.SECTOR_BYTES; i++) {
            memory.setByte(i, image[(int) from * BlockDevice.SECTOR_BYTES + i]);
        }
        return Outcome.DONE;
    }

    @Override
    public Outcome read(long from, int sectors, int next, Window to, long at) {
        ahead = next;
        return note("read", from, sectors, at);
    }

    @Override
    public Outcome write(long from, int sectors, Caching how, Window source, long at) {
        caching = how;
        note("write", from, sectors, at);
        return written;
    }

    @Override
    public Outcome flush() {
        return note("flush", -1, 0, 0);
    }

    @Override
    public Outcome collect(int posted) {
        request = "collect";
        count = posted;
        collects++;
        return collected;
    }

    private Outcome note(String what, long from, int sectors, long at) {
        request = what;
        sector = from;
        count = sectors;
        offset = at;
        return Outcome.DONE;
    }
}
