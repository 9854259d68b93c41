package peaberry.standin;

import java.nio.charset.StandardCharsets;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.RegionKind;
import peaberry.abi.RegionTable;
import peaberry.abi.UserLayout;
import peaberry.machine.simulated.SimulatedMemory;

/** Writes what root tells a process of what it was given. */
public final class StartTables {

    private final SimulatedMemory memory;
    private int grants;
    private int regions;

    public StartTables(SimulatedMemory memory) {
        this.memory = memory;
    }

    public void grant(String name, GrantKind kind, int slot) {
        long row = UserLayout.START_PAGE + (long) grants++ * GrantTable.ROW_BYTES;
        memory.store(row, name.getBytes(StandardCharsets.US_ASCII));
        memory.storeInt(row + GrantTable.KIND_OFFSET, kind.ordinal());
        memory.storeInt(row + GrantTable.SLOT_OFFSET, slot);
    }

    /** A region of the kind {@link RegionKind#KEPT}. */
    public void kept(String name, long address, long size) {
        region(name, RegionKind.KEPT, 0, address, size, 0);
    }

    public void region(String name, RegionKind kind, int number, long address, long size, long deviceAddress) {
        long row = UserLayout.REGION_TABLE + (long) regions++ * RegionTable.ROW_BYTES;
        memory.store(row, name.getBytes(StandardCharsets.US_ASCII));
        memory.storeInt(row + RegionTable.KIND_OFFSET, kind.ordinal());
        memory.storeInt(row + RegionTable.NUMBER_OFFSET, number);
        memory.storeLong(row + RegionTable.ADDRESS_OFFSET, address);
        memory.storeLong(row + RegionTable.SIZE_OFFSET, size);
        memory.storeLong(row + RegionTable.DEVICE_ADDRESS_OFFSET, deviceAddress);
    }
}
