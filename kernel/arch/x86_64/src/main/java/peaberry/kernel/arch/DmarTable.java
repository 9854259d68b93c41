package peaberry.kernel.arch;

import peaberry.abi.Bytes;

/**
 * The firmware's description of the remapping hardware: Intel VT-d specification, chapter 8. A table that is cut short, or
 * tells of more than this kernel knows how to confine, describes no units at all.
 */
final class DmarTable {

    static final int SIGNATURE = 0x5241_4D44;
    static final int MAX_UNITS = 8;
    /** There is no such function. */
    static final int NONE = -1;

    private static final int FLAGS = 37;
    private static final int FLAG_REMAPS_INTERRUPTS = 1;
    private static final int FIRST_STRUCTURE = 48;
    private static final int STRUCTURE_LENGTH = 2;
    private static final int STRUCTURE_HEADER_BYTES = 4;
    private static final int TYPE_UNIT = 0;
    private static final int UNIT_BYTES = 16;
    private static final int UNIT_SEGMENT = 6;
    private static final int UNIT_REGISTERS = 8;
    private static final int SCOPE_LENGTH = 1;
    private static final int SCOPE_IDENTIFIER = 4;
    private static final int SCOPE_BUS = 5;
    private static final int SCOPE_DEVICE = 6;
    private static final int SCOPE_FUNCTION = 7;
    /** A scope whose path has one step, so that the bus is known without asking bridges. */
    private static final int SCOPE_BYTES = 8;
    private static final int SCOPE_IO_APIC = 3;

    private final Bytes memory;
    private final long[] registers = new long[MAX_UNITS];
    private int units;
    private boolean describesInterrupts;
    private int ioApic;

    /** @param memory physical memory from its start; what it does not have reads as zeros */
    DmarTable(Bytes memory) {
        this.memory = memory;
    }

    /** How many units there are. */
    int units() {
        return units;
    }

    /** The physical address of a unit's registers. @param unit 0 to {@link #units()} - 1 */
    long registers(int unit) {
        return registers[unit];
    }

    /** Whether the platform supports interrupt remapping. */
    boolean describesInterrupts() {
        return describesInterrupts;
    }

    /** The bus, device and function that the I/O APIC's interrupts carry as their source, or {@link #NONE}. */
    int ioApic() {
        return ioApic;
    }

    /** Reads the table, whose length is sound. @param ioApicIdentifier the number of the I/O APIC that is used */
    void read(long table, int length, int ioApicIdentifier) {
        units = 0;
        ioApic = NONE;
        describesInterrupts = (memory.unsignedByte(table + FLAGS) & FLAG_REMAPS_INTERRUPTS) != 0;
        long end = table + length;
        long structure = table + FIRST_STRUCTURE;
        while (structure <= end - STRUCTURE_HEADER_BYTES) {
            int bytes = memory.unsignedShort(structure + STRUCTURE_LENGTH);
            if (bytes < STRUCTURE_HEADER_BYTES || bytes > end - structure || !readStructure(structure, bytes, ioApicIdentifier)) {
                units = 0;
                return;
            }
            structure += bytes;
        }
    }

    /** Whether the structure is sound. Those that do not describe a unit do not matter: no memory is left open to devices. */
    private boolean readStructure(long structure, int bytes, int ioApicIdentifier) {
        if (memory.unsignedShort(structure) != TYPE_UNIT) {
            return true;
        }
        boolean known = bytes >= UNIT_BYTES && memory.unsignedShort(structure + UNIT_SEGMENT) == 0 && units < MAX_UNITS;
        if (!known) {
            return false;
        }
        registers[units] = memory.int64(structure + UNIT_REGISTERS);
        units++;
        return readScopes(structure + UNIT_BYTES, structure + bytes, ioApicIdentifier);
    }

    private boolean readScopes(long first, long end, int ioApicIdentifier) {
        long scope = first;
        while (scope < end) {
            int bytes = memory.unsignedByte(scope + SCOPE_LENGTH);
            if (bytes < SCOPE_DEVICE || bytes > end - scope) {
                return false;
            }
            boolean wanted = memory.unsignedByte(scope) == SCOPE_IO_APIC && bytes == SCOPE_BYTES
                    && memory.unsignedByte(scope + SCOPE_IDENTIFIER) == ioApicIdentifier;
            if (wanted) {
                ioApic = memory.unsignedByte(scope + SCOPE_BUS) << 8
                        | (memory.unsignedByte(scope + SCOPE_DEVICE) & 0x1F) << 3 | memory.unsignedByte(scope + SCOPE_FUNCTION) & 7;
            }
            scope += bytes;
        }
        return true;
    }
}
