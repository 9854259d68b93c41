package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;
import peaberry.machine.simulated.SimulatedMachine;

/** The memory that the machine has free for the kernel to give away, and the boot archive, which lies outside of it. */
@Trusted
public final class BootMemory {

    private BootMemory() {
    }

    /** How many regions there are: first those of memory, then those in which devices may be. */
    public static int regions() {
        return memoryRegions() + 1;
    }

    /**
     * Whether devices may be in a region. Those have no memory in them, or registers that the kernel uses.
     *
     * @param region 0 to {@link #regions()} - 1
     */
    public static boolean isDevice(int region) {
        return region >= memoryRegions();
    }

    /** First address of a region, page aligned. @param region 0 to {@link #regions()} - 1 */
    public static PhysicalAddress base(int region) {
        return PhysicalAddress.of(isDevice(region) ? SimulatedMachine.DEVICES : SimulatedMachine.current().freeAddress());
    }

    /** Bytes of a region, a multiple of the page size. @param region 0 to {@link #regions()} - 1 */
    public static long size(int region) {
        SimulatedMachine machine = SimulatedMachine.current();
        return isDevice(region) ? SimulatedMachine.DEVICE_BYTES : machine.memory().size() - machine.freeAddress();
    }

    private static int memoryRegions() {
        SimulatedMachine machine = SimulatedMachine.current();
        return machine.freeAddress() < machine.memory().size() ? 1 : 0;
    }

    /** Where the boot archive starts, page aligned. */
    public static PhysicalAddress archive() {
        return PhysicalAddress.of(SimulatedMachine.current().archiveAddress());
    }

    /** Bytes of the boot archive; 0 if there is none. */
    public static long archiveSize() {
        return SimulatedMachine.current().archiveSize();
    }
}
