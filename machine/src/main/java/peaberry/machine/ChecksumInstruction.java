package peaberry.machine;

import peaberry.machine.simulated.SimulatedMachine;

/**
 * The processor's instruction for cyclic redundancy checks of Castagnoli's polynomial, CRC32 (Intel SDM volume 2A), for the trusted classes of the runtime. As with
 * {@link VirtualMemory}, an address that is not mapped is a page fault of the program.
 */
public final class ChecksumInstruction {

    private static final int POLYNOMIAL = 0x82F6_3B78;
    private static final int[] TABLE = new int[1 << Byte.SIZE];

    static {
        for (int value = 0; value < TABLE.length; value++) {
            int sum = value;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sum = sum >>> 1 ^ -(sum & 1) & POLYNOMIAL;
            }
            TABLE[value] = sum;
        }
    }

    private ChecksumInstruction() {
    }

    /** 1 if the processor has it, else 0. */
    @Intrinsic
    public static int exists() {
        return 1;
    }

    /** Goes on with words of 8 bytes. @param sum of the bytes before, neither begun nor ended by an inversion @param words how many, 0 or more */
    @Intrinsic
    public static int add(int sum, long address, long words) {
        int value = sum;
        for (long i = 0; i < words * Long.BYTES; i++) {
            int next = SimulatedMachine.current().memory().loadByte(SimulatedMachine.current().translate(address + i, false));
            value = value >>> Byte.SIZE ^ TABLE[(value ^ next) & 0xFF];
        }
        return value;
    }
}
