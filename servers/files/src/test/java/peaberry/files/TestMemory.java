package peaberry.files;

import java.nio.charset.StandardCharsets;
import peaberry.abi.GrantTable;
import peaberry.abi.RegionKind;
import peaberry.abi.RegionTable;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.machine.simulated.SimulatedProcessor;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/** The memory of a server's process, without a kernel. */
public final class TestMemory implements SimulatedProcessor {

    private static final long MACHINE_BYTES = 64 << 20;
    private static final long FIRST_ADDRESS = 16 << 20;

    private final SimulatedMachine machine = new SimulatedMachine(MACHINE_BYTES).install();
    private long end = FIRST_ADDRESS;
    private int rows;

    public TestMemory() {
        machine.attach(this);
    }

    /** A region, all of it zero. */
    public Region region(String name, long bytes) {
        long at = UserLayout.REGION_TABLE + (long) rows++ * RegionTable.ROW_BYTES;
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < GrantTable.NAME_BYTES; i++) {
            machine.memory().storeByte(at + i, i < letters.length ? letters[i] : 0);
        }
        machine.memory().storeInt(at + RegionTable.KIND_OFFSET, RegionKind.KEPT.ordinal());
        machine.memory().storeLong(at + RegionTable.ADDRESS_OFFSET, end);
        machine.memory().storeLong(at + RegionTable.SIZE_OFFSET, bytes);
        end += bytes;
        Region region = new Region();
        if (!Regions.open(region, name, RegionKind.KEPT, 0)) {
            throw new IllegalStateException(name);
        }
        return region;
    }

    @Override
    public long translate(long virtual, boolean write) {
        return virtual;
    }

    @Override
    public void systemCall(long number, long capability, long reply, MessageRegisters message) {
        throw new IllegalStateException("nobody is called");
    }

    @Override
    public void runPrograms() {
        throw new IllegalStateException();
    }

    @Override
    public void forgotten(Object placed) {
        // Nothing is placed.
    }

    @Override
    public void stopped() {
        // It is never on.
    }

    @Override
    public void awaitEnd() {
        // There is none.
    }
}
