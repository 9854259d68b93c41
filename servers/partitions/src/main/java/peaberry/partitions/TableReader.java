package peaberry.partitions;

import peaberry.block.BlockDevice.Outcome;

/** Finds out which kind of table a disk has, if any. Without one all of the disk is the first partition. */
final class TableReader {

    private static final int WHOLE = 1;

    private final Disk disk;
    private final PartitionTable table;
    private final MasterBootRecord record;
    private final GuidTable guids;

    TableReader(Disk disk, PartitionTable table) {
        this.disk = disk;
        this.table = table;
        record = new MasterBootRecord(disk, table);
        guids = new GuidTable(disk, table);
    }

    /** Reads the table anew. Unless it ends {@link Outcome#DONE}, nothing may be made of what is in the table. @return {@link Outcome#CORRUPT} if there is one, but so damaged that nobody knows what it said */
    Outcome read() {
        Outcome outcome = disk.find();
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (disk.sectors() < 1) {
            return Outcome.DEVICE_ERROR;
        }
        table.begin(disk.sectors());
        outcome = disk.look(MasterBootRecord.SECTOR, 1);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (!record.isTable()) {
            table.add(WHOLE, 0, table.diskSectors());
            return Outcome.DONE;
        }
        return record.isProtective() ? guids.read() : record.read();
    }
}
