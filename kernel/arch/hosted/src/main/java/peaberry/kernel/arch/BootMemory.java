package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;
import peaberry.machine.simulated.SimulatedMachine;

/** The memory that the machine has free for the kernel to give away, and the boot archive, which lies outside of it. */
@Trusted
public final class BootMemory {

    private BootMemory() {
    }

    /** How many regions there are. */
    public static int regions() {
        SimulatedMachine machine = SimulatedMachine.current();
        return machine.freeAddress() < machine.memory().size() ? 1 : 0;
    }

    /** First address of a region, page aligned. @param region 0 to {@link #regions()} - 1 */
    public static PhysicalAddress base(int region) {
        return PhysicalAddress.of(SimulatedMachine.current().freeAddress());
    }

    /** Bytes of a region, a multiple of the page size. */
    public static long size(int region) {
        SimulatedMachine machine = SimulatedMachine.current();
        return machine.memory().size() - machine.freeAddress();
    }

    /** How many regions there are in which devices may be. None has memory in it, or registers that the kernel uses. */
    public static int deviceRegions() {
        return 1;
    }

    /** First address of such a region, page aligned. @param region 0 to {@link #deviceRegions()} - 1 */
    public static PhysicalAddress deviceBase(int region) {
        return PhysicalAddress.of(SimulatedMachine.DEVICES);
    }

    /** Bytes of such a region, a multiple of the page size. */
    public static long deviceSize(int region) {
        return SimulatedMachine.DEVICE_BYTES;
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
