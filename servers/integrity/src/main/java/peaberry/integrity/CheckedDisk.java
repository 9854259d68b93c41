package peaberry.integrity;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.PostedWrites;
import peaberry.runtime.Window;

/**
 * A disk that brings what was written last, or says that it cannot. It has as many sectors as there is room for checksums.
 *
 * <p>It takes for granted that the driver carries out requests for the same sector in the order in which they come, also those of a client that is
 * dead by now. One that does not is found out: what it brings is not what it is to bring.
 */
final class CheckedDisk {

    private final Disk disk;
    private final ChecksumTable table;
    private final ClientMemory client;
    private final KeySource keys;
    private final SectorChecksum checksum = new SectorChecksum();
    private final PostedWrites posted = new PostedWrites();
    /** Of the sectors in the buffer. */
    private final long[] checksums = new long[BlockDevice.MAX_SECTORS];

    CheckedDisk(Disk disk, ChecksumTable table, ClientMemory client, KeySource keys) {
        this.disk = disk;
        this.table = table;
        this.client = client;
        this.keys = keys;
    }

    /** Finds out how many {@link #sectors()} there are. */
    Outcome size() {
        Outcome outcome = table.exists() ? Outcome.DONE : makeTable();
        if (outcome == Outcome.DONE) {
            checksum.setKey(table.firstKey(), table.secondKey());
        }
        return outcome;
    }

    /** Once in a boot: a table is never given up because the driver says something else. */
    private Outcome makeTable() {
        Outcome outcome = disk.size();
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (disk.sectors() <= 0) {
            return Outcome.DEVICE_ERROR;
        }
        outcome = keys.draw();
        if (outcome == Outcome.DONE) {
            table.create(Math.min(disk.sectors(), table.capacity()), keys.first(), keys.second());
        }
        return outcome;
    }

    /** After {@link #size} found out. */
    long sectors() {
        return table.sectors();
    }

    /** Reads sectors to the client. @param count 1 to {@link BlockDevice#MAX_SECTORS} @param ahead handed on if these are there, too: what the driver makes of it is looked at when they are read */
    Outcome read(long sector, int count, int ahead, Window to, long offset) {
        Outcome outcome = find(sector, count);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        outcome = look(sector, count, ahead <= table.sectors() - count - sector ? ahead : 0);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        for (int i = 0; i < count; i++) {
            if (!table.allows(sector + i, checksums[i])) {
                return Outcome.CORRUPT;
            }
        }
        settle(sector, count);
        return client.deliver(disk.buffer(), to, offset, bytes(count)) ? Outcome.DONE : Outcome.BAD_WINDOW;
    }

    /** Writes sectors of the client's. @param count 1 to {@link BlockDevice#MAX_SECTORS} */
    Outcome write(long sector, int count, Caching caching, Window from, long offset) {
        Outcome outcome = find(sector, count);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        outcome = fetch(sector, count, from, offset);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (mustBeReadBefore(sector, count)) {
            outcome = endDoubt(sector, count);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            outcome = fetch(sector, count, from, offset);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        for (int i = 0; i < count; i++) {
            table.propose(sector + i, checksums[i]);
        }
        outcome = disk.write(sector, count, caching);
        if (outcome == Outcome.DONE) {
            settle(sector, count);
        }
        return outcome;
    }

    /** Writes sectors that a client posted: they are written when this returns, and counted until the client collects. */
    Outcome post(int number, long sector, int count, Window from, long offset) {
        Outcome outcome = write(sector, count, Caching.WRITE_BACK, from, offset);
        if (outcome == Outcome.DONE) {
            posted.add(number);
        }
        return outcome;
    }

    /** @param number the client's @param count how many writes it says it posted */
    Outcome collect(int number, int count) {
        return posted.collect(number, count);
    }

    /** Has all that was written made safe from a loss of power. */
    Outcome flush() {
        return disk.flush();
    }

    /** Whether these sectors are there. */
    private Outcome find(long sector, int count) {
        Outcome outcome = size();
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        return sector <= table.sectors() - count ? Outcome.DONE : Outcome.OUT_OF_RANGE;
    }

    /** Gets what is to be written, and its checksums. */
    private Outcome fetch(long sector, int count, Window from, long offset) {
        if (!client.fetch(from, offset, disk.buffer(), bytes(count))) {
            return Outcome.BAD_WINDOW;
        }
        sum(sector, count);
        return Outcome.DONE;
    }

    /** Gets what the driver says is on the disk, and its checksums. */
    private Outcome look(long sector, int count, int ahead) {
        disk.clear(count);
        Outcome outcome = disk.read(sector, count, ahead);
        if (outcome == Outcome.DONE) {
            sum(sector, count);
        }
        return outcome;
    }

    private void sum(long sector, int count) {
        for (int i = 0; i < count; i++) {
            checksums[i] = checksum.of(sector + i, disk.buffer(), bytes(i));
        }
    }

    private boolean mustBeReadBefore(long sector, int count) {
        for (int i = 0; i < count; i++) {
            if (table.mustBeReadBefore(sector + i, checksums[i])) {
                return true;
            }
        }
        return false;
    }

    /** Finds out what is there after a write that did not end well. What is neither the old nor the new is nothing to keep: it is about to be written. */
    private Outcome endDoubt(long sector, int count) {
        Outcome outcome = look(sector, count, 0);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        for (int i = 0; i < count; i++) {
            if (table.allows(sector + i, checksums[i])) {
                table.settle(sector + i, checksums[i]);
            } else {
                table.withdraw(sector + i);
            }
        }
        return Outcome.DONE;
    }

    /** The sectors contain what is in the buffer. */
    private void settle(long sector, int count) {
        for (int i = 0; i < count; i++) {
            table.settle(sector + i, checksums[i]);
        }
    }

    private static long bytes(int sectors) {
        return (long) sectors * BlockDevice.SECTOR_BYTES;
    }
}
