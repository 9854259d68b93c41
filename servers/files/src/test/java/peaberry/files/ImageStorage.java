package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.files.disk.Storage;
import peaberry.runtime.Region;

/** A disk in an array. */
public class ImageStorage implements Storage {

    private final byte[] image;
    private final Region memory;
    /** How often sectors were read. */
    public int reads;
    /** Sectors that were said to be read soon, and have not been: the first one, and how many. */
    public final List<List<Long>> prepared = new ArrayList<>();
    /** How often what was read had been said before. */
    public int readsPrepared;
    /** A sector that cannot be read; -1 if there is none. */
    public long badSector = -1;

    /** How many writes there are until none succeeds any more. */
    public int writesLeft = Integer.MAX_VALUE;

    public ImageStorage(byte[] image, Region memory) {
        this.image = image;
        this.memory = memory;
    }

    @Override
    public Outcome find() {
        return Outcome.DONE;
    }

    @Override
    public long sectors() {
        return image.length / BlockDevice.SECTOR_BYTES;
    }

    @Override
    public Region memory() {
        return memory;
    }

    @Override
    public Outcome read(long sector, int count, long offset) {
        reads++;
        readsPrepared += prepared.remove(List.of(sector, (long) count)) ? 1 : 0;
        if (count < 1 || count > BlockDevice.MAX_SECTORS) {
            throw new IllegalArgumentException("a request for " + count + " sectors");
        }
        if (sector < 0 || sector + count > sectors()) {
            return Outcome.OUT_OF_RANGE;
        }
        if (badSector >= sector && badSector < sector + count) {
            return Outcome.DEVICE_ERROR;
        }
        int first = (int) (sector * BlockDevice.SECTOR_BYTES);
        for (int i = 0; i < count * BlockDevice.SECTOR_BYTES; i += Long.BYTES) {
            long word = 0;
            for (int j = Long.BYTES - 1; j >= 0; j--) {
                word = word << Byte.SIZE | image[first + i + j] & 0xFF;
            }
            memory.setInt64(offset + i, word);
        }
        return Outcome.DONE;
    }

    @Override
    public Outcome readOn(long sector, int count, int ahead, long offset) {
        Outcome outcome = read(sector, count, offset);
        if (ahead > 0) {
            assertTrue(ahead <= BlockDevice.MAX_SECTORS && sector + count + ahead <= sectors(), "sectors that are there");
            prepared.add(List.of(sector + count, (long) ahead));
        }
        return outcome;
    }

    @Override
    public Outcome write(long sector, int count, long offset) {
        if (sector < 0 || sector + count > sectors()) {
            return Outcome.OUT_OF_RANGE;
        }
        if (writesLeft-- <= 0) {
            writesLeft = 0;
            return Outcome.DEVICE_ERROR;
        }
        for (int i = 0; i < count * BlockDevice.SECTOR_BYTES; i++) {
            image[(int) sector * BlockDevice.SECTOR_BYTES + i] = (byte) memory.unsignedByte(offset + i);
        }
        return Outcome.DONE;
    }

    @Override
    public Outcome flush() {
        return Outcome.DONE;
    }
}
