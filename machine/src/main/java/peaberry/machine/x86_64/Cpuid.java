package peaberry.machine.x86_64;

import peaberry.machine.Intrinsic;

/** What the processor says of itself (CPUID), one register of the answer at a time: Intel SDM volume 2. */
public final class Cpuid {

    private Cpuid() {
    }

    @Intrinsic
    public static int eax(int leaf, int subleaf) {
        throw NativeOnly.refuse();
    }

    @Intrinsic
    public static int ebx(int leaf, int subleaf) {
        throw NativeOnly.refuse();
    }

    @Intrinsic
    public static int ecx(int leaf, int subleaf) {
        throw NativeOnly.refuse();
    }
}
