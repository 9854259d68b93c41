package peaberry.machine;

import peaberry.machine.simulated.SimulatedMachine;

/**
 * Raw access to physical memory, for the kernel alone. Natively each address is reached through the kernel's direct
 * map; on the JVM through the simulated machine's memory. Nothing is checked: accesses must be aligned to their size
 * and inside memory that exists.
 */
public final class PhysicalMemory {

    private PhysicalMemory() {
    }

    @Intrinsic
    public static byte loadByte(PhysicalAddress address) {
        return SimulatedMachine.current().memory().loadByte(address.value());
    }

    @Intrinsic
    public static int loadInt(PhysicalAddress address) {
        return SimulatedMachine.current().memory().loadInt(address.value());
    }

    @Intrinsic
    public static long loadLong(PhysicalAddress address) {
        return SimulatedMachine.current().memory().loadLong(address.value());
    }

    @Intrinsic
    public static void storeByte(PhysicalAddress address, byte value) {
        SimulatedMachine.current().memory().storeByte(address.value(), value);
    }

    @Intrinsic
    public static void storeInt(PhysicalAddress address, int value) {
        SimulatedMachine.current().memory().storeInt(address.value(), value);
    }

    @Intrinsic
    public static void storeLong(PhysicalAddress address, long value) {
        SimulatedMachine.current().memory().storeLong(address.value(), value);
    }

    /** Writes zeros; address and length are multiples of 8. Objects placed in the range are forgotten. */
    @Intrinsic
    public static void zero(PhysicalAddress address, long bytes) {
        SimulatedMachine.current().memory().zero(address.value(), bytes);
    }

    /** Copies 8 bytes at a time from the lowest address up, then the rest one by one, whatever overlaps. Nothing need be aligned. */
    @Intrinsic
    public static void copy(PhysicalAddress to, PhysicalAddress from, long bytes) {
        SimulatedMachine.current().memory().copy(to.value(), from.value(), bytes);
    }
}
