package peaberry.partitions;

import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Window;

/** One partition as its clients see it: a disk of its own. */
final class PartitionServer extends BlockDeviceServer {

    private final PartitionedDisk disk;
    private final int number;

    PartitionServer(PartitionedDisk disk, int number) {
        this.disk = disk;
        this.number = number;
    }

    @Override
    protected Answer size() {
        Outcome outcome = disk.find(number);
        return outcome == Outcome.DONE ? answerSize(disk.sectors(number)) : refuse(outcome);
    }

    @Override
    protected Answer read(long sector, int count, int ahead, Window to, long offset) {
        Outcome outcome = disk.read(number, sector, count, ahead, to, offset);
        return outcome == Outcome.DONE ? answerRead() : refuse(outcome);
    }

    @Override
    protected Answer write(long sector, int count, Caching caching, Window from, long offset) {
        Outcome outcome = caching == Caching.POSTED ? disk.post(number, client(), sector, count, from, offset) : disk.write(number, sector, count, caching, from, offset);
        return outcome == Outcome.DONE ? answerWrite() : refuse(outcome);
    }

    @Override
    protected Answer flush() {
        Outcome outcome = disk.flush(number);
        return outcome == Outcome.DONE ? answerFlush() : refuse(outcome);
    }

    @Override
    protected Answer collect(int count) {
        Outcome outcome = disk.collect(number, client(), count);
        return outcome == Outcome.DONE ? answerCollect() : refuse(outcome);
    }
}
