package peaberry.partitions;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import peaberry.block.BlockDevice;

/** Writes tables of any contents, also such as no tool makes. */
final class TableWriter {

    static final int EXTENDED = 5;

    private static final int ENTRIES_OFFSET = 446;
    private static final int ENTRY_BYTES = 16;
    private static final int SIGNATURE_OFFSET = 510;

    private final ByteBuffer image;

    /** An empty disk. */
    TableWriter(int sectors) {
        image = ByteBuffer.allocate(sectors * BlockDevice.SECTOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] image() {
        return image.array();
    }

    /** Writes an entry of the master boot record. @param number 1 to 4 */
    TableWriter primary(int number, int type, long first, long sectors) {
        return entry(0, number - 1, type, first, sectors);
    }

    /** Writes an extended boot record. @param next 0 if there is none */
    TableWriter logical(int record, long first, long sectors, long next) {
        return entry(record, 0, sectors == 0 ? 0 : 0x83, first, sectors).entry(record, 1, next == 0 ? 0 : EXTENDED, next, next == 0 ? 0 : 1);
    }

    private TableWriter entry(int record, int index, int type, long first, long sectors) {
        int start = record * BlockDevice.SECTOR_BYTES;
        int at = start + ENTRIES_OFFSET + index * ENTRY_BYTES;
        image.put(at + 4, (byte) type).putInt(at + 8, (int) first).putInt(at + 12, (int) sectors);
        image.putShort(start + SIGNATURE_OFFSET, (short) 0xAA55);
        return this;
    }
}
