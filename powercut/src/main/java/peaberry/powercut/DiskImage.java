package peaberry.powercut;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.files.disk.Storage;
import peaberry.runtime.Region;

/** A disk in an array, for the file server's classes. */
final class DiskImage implements Storage {

    private final ByteBuffer bytes;
    private final Region memory;

    DiskImage(byte[] image, Region memory) {
        bytes = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        this.memory = memory;
    }

    @Override
    public Outcome find() {
        return Outcome.DONE;
    }

    @Override
    public long sectors() {
        return bytes.capacity() / BlockDevice.SECTOR_BYTES;
    }

    @Override
    public Region memory() {
        return memory;
    }

    @Override
    public Outcome read(long sector, int count, long offset) {
        return copy(sector, count, offset, false);
    }

    @Override
    public Outcome write(long sector, int count, long offset) {
        return copy(sector, count, offset, true);
    }

    private Outcome copy(long sector, int count, long offset, boolean toDisk) {
        if (sector < 0 || count < 1 || sector > sectors() - count) {
            return Outcome.OUT_OF_RANGE;
        }
        int start = (int) sector * BlockDevice.SECTOR_BYTES;
        for (int i = 0; i < count * BlockDevice.SECTOR_BYTES; i += Long.BYTES) {
            if (toDisk) {
                bytes.putLong(start + i, memory.int64(offset + i));
            } else {
                memory.setInt64(offset + i, bytes.getLong(start + i));
            }
        }
        return Outcome.DONE;
    }

    @Override
    public Outcome flush() {
        return Outcome.DONE;
    }
}
