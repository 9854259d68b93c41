package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.x86_64.Cpuid;
import peaberry.machine.x86_64.ProcessorControl;

/** The processor's registers behind the borders that {@link Features} and its like see. */
@Trusted
final class NativeRegisters implements ProcessorIdentity {

    /** Bits of CR4 that add protection. None of them changes how memory is translated. */
    private static final long ALLOWED = Features.CR4_UMIP | Features.CR4_SMEP | Features.CR4_SMAP;

    @Override
    public int eax(int leaf, int subleaf) {
        return Cpuid.eax(leaf, subleaf);
    }

    @Override
    public int ebx(int leaf, int subleaf) {
        return Cpuid.ebx(leaf, subleaf);
    }

    @Override
    public int ecx(int leaf, int subleaf) {
        return Cpuid.ecx(leaf, subleaf);
    }

    /** Turns on what the bits of CR4 stand for, as far as it is known here. The processor has it. */
    void enable(long bits) {
        ProcessorControl.enable(bits & ALLOWED);
    }
}
