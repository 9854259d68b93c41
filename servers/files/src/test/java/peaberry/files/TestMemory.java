package peaberry.files;

import peaberry.abi.RegionKind;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.KernelStandIn;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.StartTables;

/** The memory of a server's process, without a kernel. */
public final class TestMemory {

    private static final long MACHINE_BYTES = 64 << 20;
    private static final long FIRST_ADDRESS = 16 << 20;

    private final SimulatedMachine machine = new SimulatedMachine(MACHINE_BYTES).install();
    private final StartTables tables = new StartTables(machine.memory());
    private long end = FIRST_ADDRESS;

    public TestMemory() {
        machine.attach(new KernelStandIn());
    }

    /** A region, all of it zero. */
    public Region region(String name, long bytes) {
        tables.kept(name, end, bytes);
        end += bytes;
        Region region = new Region();
        if (!Regions.open(region, name, RegionKind.KEPT, 0)) {
            throw new IllegalStateException(name);
        }
        return region;
    }
}
