package peaberry.runtime;

import peaberry.machine.ChecksumInstruction;
import peaberry.machine.Trusted;

/** Checksums by an instruction of the processor: the cyclic redundancy check of Castagnoli's polynomial, neither begun nor ended by an inversion. */
@Trusted
public final class ProcessorChecksum {

    private static final int WORD_BYTES = 8;
    private static final int UNKNOWN = 0;
    private static final int THERE = 1;
    private static final int NOT_THERE = 2;

    private static int state = UNKNOWN;

    private ProcessorChecksum() {
    }

    /** Whether the processor has it. */
    public static boolean exists() {
        if (state == UNKNOWN) {
            state = ChecksumInstruction.exists() != 0 ? THERE : NOT_THERE;
        }
        return state == THERE;
    }

    /** Goes on with words of 8 bytes. A fault of the program if they are not all in the region. @param words how many, 0 or more */
    public static int add(int sum, Region region, long offset, long words) {
        if (words < 0 || words > region.size() / WORD_BYTES) {
            throw new IndexOutOfBoundsException(); // before the number of bytes overflows
        }
        return ChecksumInstruction.add(sum, region.address(offset, words * WORD_BYTES), words);
    }
}
