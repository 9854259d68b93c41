package peaberry.integrity;

import peaberry.abi.RegionKind;
import peaberry.block.BlockDevice;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.standin.KernelStandIn;
import peaberry.standin.StartTables;

/** The memory of a server that may die at each of its stores to what is kept, and at each other step that somebody tells of. */
final class Memory extends KernelStandIn {

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
        StartTables tables = new StartTables(machine.memory());
        tables.kept("checksums", KEPT_ADDRESS, keptBytes);
        tables.kept("buffer", BUFFER_ADDRESS, (long) BlockDevice.MAX_SECTORS * BlockDevice.SECTOR_BYTES);
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
}
