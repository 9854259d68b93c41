package peaberry.files.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.files.ImageStorage;
import peaberry.runtime.Region;

/** A disk that writes what was posted when it is collected, in any order, or only some of it. */
final class PostingStorage extends ImageStorage {

    private record Posted(long sector, byte[] bytes) {
    }

    /** What becomes of what is collected, in this order; then all goes well. */
    final Deque<Outcome> endings = new ArrayDeque<>();
    /** How many posts there are until none is taken any more. */
    int postsLeft = Integer.MAX_VALUE;
    /** How many were under way whenever somebody collected. */
    final List<Integer> collected = new ArrayList<>();
    int flushes;

    private final byte[] image;
    private final Region memory;
    private final Random random = new Random(3);
    private final List<Posted> underWay = new ArrayList<>();

    PostingStorage(byte[] image, Region memory) {
        super(image, memory);
        this.image = image;
        this.memory = memory;
    }

    @Override
    public Outcome post(long sector, int count, long offset) {
        if (postsLeft-- <= 0) {
            postsLeft = 0;
            return Outcome.NO_DEVICE;
        }
        byte[] bytes = new byte[count * BlockDevice.SECTOR_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) memory.unsignedByte(offset + i);
        }
        underWay.add(new Posted(sector, bytes));
        return Outcome.DONE;
    }

    @Override
    public Outcome collect(int count) {
        assertEquals(underWay.size(), count);
        collected.add(count);
        Outcome ending = endings.isEmpty() ? Outcome.DONE : endings.remove();
        Collections.shuffle(underWay, random);
        for (Posted posted : underWay) {
            if (ending == Outcome.DONE || random.nextBoolean()) {
                System.arraycopy(posted.bytes, 0, image, (int) posted.sector * BlockDevice.SECTOR_BYTES, posted.bytes.length);
            }
        }
        underWay.clear();
        return ending;
    }

    @Override
    public Outcome read(long sector, int count, long offset) {
        assertNothingIsUnderWay();
        return super.read(sector, count, offset);
    }

    @Override
    public Outcome write(long sector, int count, long offset) {
        assertNothingIsUnderWay();
        return super.write(sector, count, offset);
    }

    @Override
    public Outcome flush() {
        assertNothingIsUnderWay();
        flushes++;
        return Outcome.DONE;
    }

    private void assertNothingIsUnderWay() {
        assertEquals(List.of(), underWay, "all was collected before");
    }
}
