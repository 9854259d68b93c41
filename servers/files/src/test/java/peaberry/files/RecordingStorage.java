package peaberry.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;

/** A disk that remembers in which order what was written, and makes the disks that a loss of power could leave behind. A write that is through says nothing of those before it. */
final class RecordingStorage extends ImageStorage {

    /** A sector that was written after so many points, and whether it is through at the next one. */
    private record Written(int points, int sector, byte[] bytes, boolean through) {
    }

    private final byte[] original;
    private final Region memory;
    private final List<Written> log = new ArrayList<>();
    /** At which points there was a flush. */
    private final TreeSet<Integer> flushes = new TreeSet<>(List.of(0));
    private int points;
    /** The server dies as soon as it asks for a write that is to be through. */
    boolean diesNext;

    /** The server's death. */
    static final class Death extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    RecordingStorage(byte[] image, Region memory) {
        super(image, memory);
        original = image.clone();
        this.memory = memory;
    }

    @Override
    public Outcome write(long sector, int count, long offset) {
        return write(sector, count, offset, false);
    }

    @Override
    public Outcome writeThrough(long sector, int count, long offset) {
        if (diesNext) {
            diesNext = false;
            write(sector, count, offset, false);
            throw new Death();
        }
        Outcome outcome = write(sector, count, offset, true);
        points++;
        return outcome;
    }

    private Outcome write(long sector, int count, long offset, boolean through) {
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[BlockDevice.SECTOR_BYTES];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) memory.unsignedByte(offset + (long) i * BlockDevice.SECTOR_BYTES + j);
            }
            log.add(new Written(points, (int) sector + i, bytes, through));
        }
        return super.write(sector, count, offset);
    }

    @Override
    public Outcome flush() {
        flushes.add(++points);
        return Outcome.DONE;
    }

    /** How many points there were: flushes, and writes that are through. */
    int points() {
        return points;
    }

    /** A disk on which all is that was flushed or through at a point, and of what else was written before the next one any sectors, in any order. @param point 0 to {@link #points} */
    byte[] cut(int point, Random random) {
        byte[] disk = original.clone();
        int share = random.nextInt(5);
        for (Written written : log) {
            boolean isSafe = written.points < flushes.floor(point) || written.through && written.points < point;
            if (isSafe || written.points <= point && random.nextInt(4) < share) {
                System.arraycopy(written.bytes, 0, disk, written.sector * BlockDevice.SECTOR_BYTES, BlockDevice.SECTOR_BYTES);
            }
        }
        return disk;
    }
}
