package peaberry.partitions;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.PostedWrites;
import peaberry.runtime.Window;

/**
 * A disk's partitions. A request for sectors of one reaches these and no others, whatever its numbers are. Where the partitions are is found out once
 * in the life of the server, when somebody asks for one; as long as that fails, all of them refuse everything.
 *
 * <p>To the disk all posted writes are the server's own: when one client collects, those of all are collected, and if one of them failed it is said to everybody who had some.
 */
final class PartitionedDisk {

    private final Disk disk;
    private final PartitionTable table = new PartitionTable();
    private final TableReader reader;
    /** By partitions. */
    private final PostedWrites[] posted = new PostedWrites[PartitionTable.MOST];
    /** How many writes were posted to the disk since they were collected there last. */
    private int uncollected;
    private boolean known;

    PartitionedDisk(Disk disk) {
        this.disk = disk;
        reader = new TableReader(disk, table);
        for (int i = 0; i < posted.length; i++) {
            posted[i] = new PostedWrites();
        }
    }

    /** Finds out whether there is a partition of this number, and how many {@link #sectors} it has. */
    Outcome find(int number) {
        Outcome outcome = known ? Outcome.DONE : reader.read();
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        known = true;
        return table.has(number) ? Outcome.DONE : Outcome.NO_DEVICE;
    }

    /** After {@link #find}. */
    long sectors(int number) {
        return table.sectors(number);
    }

    /** Reads sectors of a partition to a client. @param sector from the partition's first one @param count 1 to {@link BlockDevice#MAX_SECTORS} @param ahead handed on if these are in the partition, too */
    Outcome read(int number, long sector, int count, int ahead, Window to, long offset) {
        Outcome outcome = find(number, sector, count);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        int next = ahead <= table.sectors(number) - count - sector ? ahead : 0;
        return disk.read(table.first(number) + sector, count, next, to, offset);
    }

    /** Writes sectors of a client's to a partition. @param sector from the partition's first one @param count 1 to {@link BlockDevice#MAX_SECTORS} */
    Outcome write(int number, long sector, int count, Caching caching, Window from, long offset) {
        Outcome outcome = find(number, sector, count);
        return outcome == Outcome.DONE ? disk.write(table.first(number) + sector, count, caching, from, offset) : outcome;
    }

    /** Has all that was written made safe from a loss of power; that of other partitions, too. */
    Outcome flush(int number) {
        Outcome outcome = find(number);
        return outcome == Outcome.DONE ? disk.flush() : outcome;
    }

    /** Writes as {@link #write} what a client posts. @param client its number */
    Outcome post(int number, int client, long sector, int count, Window from, long offset) {
        Outcome outcome = write(number, sector, count, Caching.POSTED, from, offset);
        if (outcome == Outcome.DONE) {
            posted[number - 1].add(client);
            uncollected++;
        } else if (outcome == Outcome.DEVICE_ERROR) {
            tellAll(Outcome.FORGOTTEN); // nobody knows whether the disk counted it: one that lost another write could agree by chance
        }
        return outcome;
    }

    /** Returns when all is carried out that a client posted to a partition. @param count how many writes it says these are */
    Outcome collect(int number, int client, int count) {
        Outcome outcome = find(number);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (uncollected > 0) {
            collectAll();
        }
        return posted[number - 1].collect(client, count);
    }

    private void collectAll() {
        Outcome outcome = disk.collect(uncollected);
        uncollected = 0;
        if (outcome != Outcome.DONE) {
            tellAll(outcome);
        }
    }

    /** Whoever has not collected yet hears that when he does. */
    private void tellAll(Outcome outcome) {
        for (PostedWrites each : posted) {
            each.failAll(outcome);
        }
    }

    private Outcome find(int number, long sector, int count) {
        Outcome outcome = find(number);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        boolean isInside = sector >= 0 && count >= 1 && sector <= table.sectors(number) - count;
        return isInside ? Outcome.DONE : Outcome.OUT_OF_RANGE;
    }
}
