package peaberry.machine;

import peaberry.machine.simulated.SimulatedMachine;

/**
 * Raw access to a user program's own address space, for the trusted classes of the runtime. An address that is not
 * mapped, or not with the needed right, is a page fault of the program. Addresses are plain numbers here because a
 * program can hurt nobody but itself with them.
 */
public final class VirtualMemory {

    private VirtualMemory() {
    }

    @Intrinsic
    public static byte loadByte(long address) {
        return SimulatedMachine.current().memory().loadByte(SimulatedMachine.current().translate(address, false));
    }

    @Intrinsic
    public static short loadShort(long address) {
        return SimulatedMachine.current().memory().loadShort(SimulatedMachine.current().translate(address, false));
    }

    @Intrinsic
    public static int loadInt(long address) {
        return SimulatedMachine.current().memory().loadInt(SimulatedMachine.current().translate(address, false));
    }

    @Intrinsic
    public static long loadLong(long address) {
        return SimulatedMachine.current().memory().loadLong(SimulatedMachine.current().translate(address, false));
    }

    @Intrinsic
    public static void storeByte(long address, byte value) {
        SimulatedMachine.current().memory().storeByte(SimulatedMachine.current().translate(address, true), value);
    }

    @Intrinsic
    public static void storeShort(long address, short value) {
        SimulatedMachine.current().memory().storeShort(SimulatedMachine.current().translate(address, true), value);
    }

    @Intrinsic
    public static void storeInt(long address, int value) {
        SimulatedMachine.current().memory().storeInt(SimulatedMachine.current().translate(address, true), value);
    }

    @Intrinsic
    public static void storeLong(long address, long value) {
        SimulatedMachine.current().memory().storeLong(SimulatedMachine.current().translate(address, true), value);
    }

    /** Copies bytes to where none of them are. */
    @Intrinsic
    public static void copy(long to, long from, long bytes) {
        for (long i = 0; i < bytes; i++) {
            storeByte(to + i, loadByte(from + i));
        }
    }

    /** Writes zeros. */
    @Intrinsic
    public static void clear(long address, long bytes) {
        for (long i = 0; i < bytes; i++) {
            storeByte(address + i, (byte) 0);
        }
    }
}
