package peaberry.machine.x86_64;

import peaberry.machine.Intrinsic;

/** DS, ES, FS and GS, and the bases of the latter two: Intel SDM volume 3, 3.4. The kernel itself uses none of them. */
public final class SegmentRegisters {

    private SegmentRegisters() {
    }

    /** Empties all four. Whether that makes the bases 0 depends on the processor. */
    @Intrinsic
    public static void clear() {
        throw NativeOnly.refuse();
    }

    /** The base of FS (RDFSBASE, which CR4 allows). */
    @Intrinsic
    public static long fsBase() {
        throw NativeOnly.refuse();
    }

    /** The base of GS (RDGSBASE, which CR4 allows). */
    @Intrinsic
    public static long gsBase() {
        throw NativeOnly.refuse();
    }

    /** Sets both bases (WRFSBASE, WRGSBASE, which CR4 allows). They are canonical addresses. */
    @Intrinsic
    public static void setBases(long fs, long gs) {
        throw NativeOnly.refuse();
    }
}
