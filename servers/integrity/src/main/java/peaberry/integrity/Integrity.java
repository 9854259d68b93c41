package peaberry.integrity;

import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.abi.Tag;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Window;

/**
 * Stands between the clients of a disk and its driver: a wrong, stale or misplaced sector becomes {@link Outcome#CORRUPT}. One request is carried
 * out after the other, and nothing is waited for but the driver, and once whoever gives a key.
 */
public final class Integrity extends BlockDeviceServer {

    private static final int CALLERS = 1;
    /** The declaration's names. */
    private static final String CHECKSUMS = "checksums";
    private static final String TABLE = "table";

    private static final Region KEPT = new Region();
    private static final Disk DRIVER = new Disk();
    private static final Integrity INTEGRITY =
            new Integrity(new CheckedDisk(DRIVER, new ChecksumTable(KEPT), new ClientMemory(), new KeySource()));
    private static final CapabilityServer SERVER =
            new CapabilityServer(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, CALLERS, TABLE, INTEGRITY);

    private final CheckedDisk disk;

    private Integrity(CheckedDisk disk) {
        this.disk = disk;
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        if (!Regions.open(KEPT, CHECKSUMS, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for checksums");
        }
        DRIVER.open(CALLERS * Tag.MAX_CAPABILITIES);
        SERVER.run();
    }

    @Override
    protected Answer size() {
        Outcome outcome = disk.size();
        return outcome == Outcome.DONE ? answerSize(disk.sectors()) : refuse(outcome);
    }

    @Override
    protected Answer read(long sector, int count, int ahead, Window to, long offset) {
        Outcome outcome = disk.read(sector, count, ahead, to, offset);
        return outcome == Outcome.DONE ? answerRead() : refuse(outcome);
    }

    @Override
    protected Answer write(long sector, int count, Caching caching, Window from, long offset) {
        Outcome outcome = caching == Caching.POSTED ? disk.post(client(), sector, count, from, offset) : disk.write(sector, count, caching, from, offset);
        return outcome == Outcome.DONE ? answerWrite() : refuse(outcome);
    }

    @Override
    protected Answer flush() {
        Outcome outcome = disk.flush();
        return outcome == Outcome.DONE ? answerFlush() : refuse(outcome);
    }

    @Override
    protected Answer collect(int count) {
        Outcome outcome = disk.collect(client(), count);
        return outcome == Outcome.DONE ? answerCollect() : refuse(outcome);
    }
}
