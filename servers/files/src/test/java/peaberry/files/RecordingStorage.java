package peaberry.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;

/** A disk that remembers in which order what was written, and makes the disks that a loss of power could leave behind. */
final class RecordingStorage extends ImageStorage {

    /** A sector that was written after so many flushes. */
    private record Written(int flushes, int sector, byte[] bytes) {
    }

    private final byte[] original;
    private final Region memory;
    private final List<Written> log = new ArrayList<>();
    private int flushes;

    RecordingStorage(byte[] image, Region memory) {
        super(image, memory);
        original = image.clone();
        this.memory = memory;
    }

    @Override
    public Outcome write(long sector, int count, long offset) {
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[BlockDevice.SECTOR_BYTES];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) memory.unsignedByte(offset + (long) i * BlockDevice.SECTOR_BYTES + j);
            }
            log.add(new Written(flushes, (int) sector + i, bytes));
        }
        return super.write(sector, count, offset);
    }

    @Override
    public Outcome flush() {
        flushes++;
        return Outcome.DONE;
    }

    /** How many flushes there were. */
    int flushes() {
        return flushes;
    }

    /** A disk on which all is that was written before a flush, and of what was written between it and the next one any sectors, in any order. @param flush 0 to {@link #flushes} */
    byte[] cut(int flush, Random random) {
        byte[] disk = original.clone();
        int share = random.nextInt(5);
        for (Written written : log) {
            boolean reached = written.flushes < flush || written.flushes == flush && random.nextInt(4) < share;
            if (reached) {
                System.arraycopy(written.bytes, 0, disk, written.sector * BlockDevice.SECTOR_BYTES, BlockDevice.SECTOR_BYTES);
            }
        }
        return disk;
    }
}
