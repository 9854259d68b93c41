package peaberry.abi;

/**
 * Rows that say what root mapped into a process because of its devices: the name that the declaration has for the device, {@link RegionKind}, a
 * number, where the process has it, its bytes, and where the device sees it. Root writes it at {@link UserLayout#REGION_TABLE} when it makes
 * the process. A row of the kind {@link RegionKind#NONE}, or the end of the bytes, ends the table.
 */
public final class RegionTable {

    /** Bytes of a row. */
    public static final int ROW_BYTES = 56;
    public static final int KIND_OFFSET = 24;
    public static final int NUMBER_OFFSET = 28;
    public static final int ADDRESS_OFFSET = 32;
    public static final int SIZE_OFFSET = 40;
    public static final int DEVICE_ADDRESS_OFFSET = 48;
    /** The most rows: what is left of the page. */
    public static final int MAX_ROWS = 18;
    /** In place of a row where there is none. */
    public static final int NO_ROW = -1;

    private final Bytes bytes;

    /** @param bytes where the rows are */
    public RegionTable(Bytes bytes) {
        this.bytes = bytes;
    }

    /** The row of that name, kind and number, or {@link #NO_ROW}. */
    public int find(String name, RegionKind kind, int number) {
        for (int row = 0; row < MAX_ROWS && kind(row) != RegionKind.NONE; row++) {
            if (kind(row) == kind && bytes.int32(at(row) + NUMBER_OFFSET) == number && isNamed(row, name)) {
                return row;
            }
        }
        return NO_ROW;
    }

    /** Where the process has it, page aligned; a structure of a virtio device where it starts. */
    public long address(int row) {
        return bytes.int64(at(row) + ADDRESS_OFFSET);
    }

    /** Its bytes. */
    public long size(int row) {
        return bytes.int64(at(row) + SIZE_OFFSET);
    }

    /** Where the device sees it, page aligned; only of {@link RegionKind#DMA}. */
    public long deviceAddress(int row) {
        return bytes.int64(at(row) + DEVICE_ADDRESS_OFFSET);
    }

    /** How many bytes the places are apart at which the queues are notified; only of {@link VirtioStructure#NOTIFICATIONS}. */
    public long notifyMultiplier(int row) {
        return bytes.int64(at(row) + DEVICE_ADDRESS_OFFSET);
    }

    private RegionKind kind(int row) {
        return RegionKind.of(bytes.int32(at(row) + KIND_OFFSET));
    }

    private boolean isNamed(int row, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (bytes.unsignedByte(at(row) + i) != name.charAt(i)) {
                return false;
            }
        }
        return name.length() <= GrantTable.NAME_BYTES && (name.length() == GrantTable.NAME_BYTES || bytes.unsignedByte(at(row) + name.length()) == 0);
    }

    private static long at(int row) {
        return (long) row * ROW_BYTES;
    }
}
