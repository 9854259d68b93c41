package peaberry.faults;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDeviceClient;
import peaberry.runtime.RandomNumbers;
import peaberry.runtime.SharedBuffer;

/**
 * Writes and reads sectors of a disk. What is in a sector follows from its number and its generation, how often it was written: so a
 * wrong, stale or misplaced sector is told. A write that did not end well leaves a sector in doubt: it may be of any generation since it was last
 * written well.
 */
final class BlockLoad extends Load {

    private static final int SECTORS = 64;
    private static final int MAX_AT_ONCE = 8;
    private static final int TRIES = 5;
    private static final long SEED = 0xB10C_10AD;

    private final BlockDeviceClient disk;
    private final SharedBuffer buffer;
    private final long first;
    private final RandomNumbers random = new RandomNumbers(SEED);
    /** That was written last, and that was written last without an error. */
    private final int[] generations = new int[SECTORS];
    private final int[] settled = new int[SECTORS];
    /** What was found wrong, and counts as that once, until it is written again. */
    private final boolean[] spoilt = new boolean[SECTORS];
    private final SectorContents contents;

    /** @param name under which the program uses the disk @param first the number of the first of the sectors that are this load's own */
    BlockLoad(String name, long first, SharedBuffer buffer) {
        this.first = first;
        this.buffer = buffer;
        disk = new BlockDeviceClient(name);
        contents = new SectorContents(buffer);
    }

    @Override
    boolean prepare() {
        disk.setPatience(PATIENCE);
        return rewrite(0, SECTORS);
    }

    @Override
    long repeated() {
        return disk.interruptions();
    }

    @Override
    protected Ending attempt() {
        int count = 1 + random.below(MAX_AT_ONCE);
        int sector = random.below(SECTORS - count + 1);
        return random.below(2) == 0 ? write(sector, count) : read(sector, count);
    }

    @Override
    boolean settle() {
        for (int sector = 0; sector < SECTORS; sector += MAX_AT_ONCE) {
            if (!settle(sector)) {
                return false;
            }
        }
        return true;
    }

    /** Reads some sectors, and writes them if some are wrong or in doubt. */
    private boolean settle(int sector) {
        for (int i = 0; i < TRIES; i++) {
            Ending ending = read(sector, MAX_AT_ONCE);
            if (ending == Ending.SERVED && isSettled(sector, MAX_AT_ONCE)) {
                return true;
            }
            if (rewrite(sector, MAX_AT_ONCE) && ending != Ending.UNANSWERED) {
                return true;
            }
        }
        return false;
    }

    private boolean rewrite(int sector, int count) {
        int done = 0;
        for (int i = 0; i < TRIES * count && done < count; i++) {
            int piece = Math.min(MAX_AT_ONCE, count - done);
            if (write(sector + done, piece) == Ending.SERVED) {
                done += piece;
            }
        }
        return done == count;
    }

    private Ending write(int sector, int count) {
        for (int i = 0; i < count; i++) {
            generations[sector + i]++;
            contents.fill(i, first + sector + i, generations[sector + i]);
        }
        Ending ending = ending(disk.write(first + sector, count, Caching.WRITE_BACK, buffer.readable(), 0));
        buffer.takeBack();
        for (int i = 0; i < count && ending == Ending.SERVED; i++) {
            settled[sector + i] = generations[sector + i];
            spoilt[sector + i] = false;
        }
        return ending;
    }

    private Ending read(int sector, int count) {
        contents.clear(count);
        Ending ending = ending(disk.read(first + sector, count, 0, buffer.writable(), 0));
        buffer.takeBack();
        if (ending != Ending.SERVED) {
            return ending;
        }
        boolean wrong = false;
        for (int i = 0; i < count; i++) {
            wrong |= !isRight(i, sector + i);
        }
        return wrong ? Ending.WRONG : ending;
    }

    /** Looks at one of the sectors that were read. @param place in the buffer, in sectors */
    private boolean isRight(int place, int sector) {
        for (int generation = settled[sector]; generation <= generations[sector]; generation++) {
            if (contents.matches(place, first + sector, generation)) {
                return true;
            }
        }
        if (!spoilt[sector]) {
            spoilt[sector] = true;
            countWrong(1);
        }
        return false;
    }

    private boolean isSettled(int sector, int count) {
        for (int i = 0; i < count; i++) {
            if (spoilt[sector + i] || settled[sector + i] != generations[sector + i]) {
                return false;
            }
        }
        return true;
    }

    private static Ending ending(BlockDevice.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Ending.SERVED;
            case UNREACHABLE -> Ending.UNANSWERED;
            default -> Ending.FAILED;
        };
    }
}
