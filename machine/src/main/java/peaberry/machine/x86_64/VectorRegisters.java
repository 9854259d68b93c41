package peaberry.machine.x86_64;

import peaberry.machine.Intrinsic;

/**
 * The x87, SSE and AVX registers: Intel SDM volume 1, chapter 13. A state is an object without fields that reserves 888
 * bytes: room for an area of 832 bytes that starts at a multiple of 64.
 */
public final class VectorRegisters {

    private VectorRegisters() {
    }

    /**
     * Makes the registers exist, all use of them refused for now. CR4 allows XSAVE.
     *
     * @param components the bits of XCR0, which the processor has
     */
    @Intrinsic
    public static void start(int components) {
        throw NativeOnly.refuse();
    }

    /** Whoever uses a register from now on faults (sets CR0.TS). */
    @Intrinsic
    public static void refuse() {
        throw NativeOnly.refuse();
    }

    /** Makes {@code state} that of registers never used. */
    @Intrinsic
    public static void initialise(Object state) {
        throw NativeOnly.refuse();
    }

    /** Saves the registers; their use is allowed. */
    @Intrinsic
    public static void save(Object state) {
        throw NativeOnly.refuse();
    }

    /** Loads the registers from what was saved or initialised. From now on their use is allowed (clears CR0.TS). */
    @Intrinsic
    public static void load(Object state) {
        throw NativeOnly.refuse();
    }
}
