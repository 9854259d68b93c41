package peaberry.standin;

import peaberry.abi.RegionKind;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/** The memory of a program's process, without a kernel. There is one at a time, and that of the one before is gone. */
public final class HostMemory {

    private static final long MACHINE_BYTES = 64 << 20;
    private static final long FIRST_ADDRESS = 16 << 20;

    private final SimulatedMachine machine = new SimulatedMachine(MACHINE_BYTES).install();
    private final StartTables tables = new StartTables(machine.memory());
    private long end = FIRST_ADDRESS;

    public HostMemory() {
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
