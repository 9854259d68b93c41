package peaberry.integrity;

import java.nio.charset.StandardCharsets;
import peaberry.abi.GrantTable;
import peaberry.abi.RegionKind;
import peaberry.abi.RegionTable;
import peaberry.abi.UserLayout;
import peaberry.block.BlockDevice;
import peaberry.machine.MessageRegisters;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.machine.simulated.SimulatedProcessor;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/** The memory of a server that may die at each of its stores to what is kept, and at each other step that somebody tells of. */
final class Memory implements SimulatedProcessor {

    /** The server died. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final long MACHINE_BYTES = 32 << 20;
    private static final long KEPT_ADDRESS = 16 << 20;
    private static final long BUFFER_ADDRESS = 17 << 20;
    private static final long NEVER = Long.MAX_VALUE;

    private final SimulatedMachine machine = new SimulatedMachine(MACHINE_BYTES).install();
    private final long keptBytes;
    private long stepsToDeath = NEVER;

    /** @param sectors for how many there is room in what is kept */
    Memory(long sectors) {
        machine.attach(this);
        keptBytes = ChecksumTable.HEAD_BYTES + sectors * ChecksumTable.ENTRY_BYTES;
        describe(0, "checksums", KEPT_ADDRESS, keptBytes);
        describe(1, "buffer", BUFFER_ADDRESS, (long) BlockDevice.MAX_SECTORS * BlockDevice.SECTOR_BYTES);
    }

    /** As root does. */
    private void describe(int row, String name, long address, long size) {
        long at = UserLayout.REGION_TABLE + (long) row * RegionTable.ROW_BYTES;
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < GrantTable.NAME_BYTES; i++) {
            machine.memory().storeByte(at + i, i < letters.length ? letters[i] : 0);
        }
        machine.memory().storeInt(at + RegionTable.KIND_OFFSET, RegionKind.KEPT.ordinal());
        machine.memory().storeLong(at + RegionTable.ADDRESS_OFFSET, address);
        machine.memory().storeLong(at + RegionTable.SIZE_OFFSET, size);
    }

    /** A region of the kind {@link RegionKind#KEPT}. */
    static Region open(String name) {
        Region region = new Region();
        if (!Regions.open(region, name, RegionKind.KEPT, 0)) {
            throw new IllegalStateException(name);
        }
        return region;
    }

    /** The server dies instead of its next step but so many. */
    void dieAfter(long steps) {
        stepsToDeath = steps;
    }

    /** It does not die any more. */
    void live() {
        stepsToDeath = NEVER;
    }

    /** A step at which the server may die. */
    void step() {
        if (stepsToDeath == 0) {
            stepsToDeath = NEVER;
            throw new Death();
        }
        if (stepsToDeath != NEVER) {
            stepsToDeath--;
        }
    }

    @Override
    public long translate(long virtual, boolean write) {
        if (write && virtual >= KEPT_ADDRESS && virtual < KEPT_ADDRESS + keptBytes) {
            step();
        }
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
