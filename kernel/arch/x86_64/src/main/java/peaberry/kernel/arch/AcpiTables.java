package peaberry.kernel.arch;

import peaberry.abi.Bytes;

/**
 * Finds the firmware's tables by their signature: ACPI specification 6.5, 5.2. They are a stranger's: whatever is damaged, or lies
 * where no table can be, counts as missing.
 */
final class AcpiTables {

    /** There is no such table. */
    static final long NONE = 0;

    private static final long RSDP_SIGNATURE = 0x2052_5450_2044_5352L;
    private static final int RSDP_STEP = 16;
    private static final int RSDP_BYTES = 20;
    private static final int RSDP_REVISION = 15;
    private static final int RSDP_RSDT = 16;
    private static final int RSDP_XSDT = 24;
    private static final int EXTENDED_RSDP_BYTES = 36;
    private static final int FIRST_EXTENDED_REVISION = 2;
    private static final int RSDT_SIGNATURE = 0x5444_5352;
    private static final int XSDT_SIGNATURE = 0x5444_5358;

    /** Where the firmware of a PC keeps its RSDP. */
    private static final long FIRMWARE = 0xE_0000;
    private static final long FIRMWARE_END = 0x10_0000;

    private static final int LENGTH = 4;
    private static final int HEADER_BYTES = 36;
    private static final int LONGEST = 1 << 16;
    /** Tables are below the devices. */
    private static final long END = 0xFE00_0000L;

    private final Bytes memory;

    /** @param memory physical memory from its start; what it does not have reads as zeros */
    AcpiTables(Bytes memory) {
        this.memory = memory;
    }

    /** Bytes of a table that {@link #find} found. */
    int length(long table) {
        return memory.int32(table + LENGTH);
    }

    /**
     * The address of the first sound table with this signature, or {@link #NONE}.
     *
     * @param rsdp where the loader says that the root pointer is; 0 if it does not
     */
    long find(long rsdp, int signature) {
        long root = isRoot(rsdp) ? rsdp : searchRoot();
        if (root == NONE) {
            return NONE;
        }
        if (memory.unsignedByte(root + RSDP_REVISION) >= FIRST_EXTENDED_REVISION && isSummed(root, EXTENDED_RSDP_BYTES)) {
            long found = search(memory.int64(root + RSDP_XSDT), XSDT_SIGNATURE, Long.BYTES, signature);
            if (found != NONE) {
                return found;
            }
        }
        return search(memory.int32(root + RSDP_RSDT) & 0xFFFF_FFFFL, RSDT_SIGNATURE, Integer.BYTES, signature);
    }

    private long searchRoot() {
        for (long address = FIRMWARE; address < FIRMWARE_END; address += RSDP_STEP) {
            if (isRoot(address)) {
                return address;
            }
        }
        return NONE;
    }

    private boolean isRoot(long address) {
        return address > 0 && address < END && memory.int64(address) == RSDP_SIGNATURE && isSummed(address, RSDP_BYTES);
    }

    /** Looks through a table of addresses, each {@code width} bytes. */
    private long search(long list, int listSignature, int width, int signature) {
        if (!isTable(list, listSignature)) {
            return NONE;
        }
        long end = list + length(list);
        for (long entry = list + HEADER_BYTES; entry <= end - width; entry += width) {
            long table = width == Long.BYTES ? memory.int64(entry) : memory.int32(entry) & 0xFFFF_FFFFL;
            if (isTable(table, signature)) {
                return table;
            }
        }
        return NONE;
    }

    private boolean isTable(long address, int signature) {
        if (address <= 0 || address >= END || memory.int32(address) != signature) {
            return false;
        }
        int length = length(address);
        return length >= HEADER_BYTES && length <= LONGEST && isSummed(address, length);
    }

    /** Whether the bytes add up to 0. */
    private boolean isSummed(long address, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += memory.unsignedByte(address + i);
        }
        return (sum & 0xFF) == 0;
    }
}
