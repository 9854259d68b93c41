package peaberry.kernel.arch;

/**
 * What this processor offers beyond the base of all 64-bit ones, and which bits of its control registers turn it on: Intel
 * SDM volume 2, CPUID, and volume 3, 2.5 and 2.6.
 */
final class Features {

    /** Save SSE registers, and let their exceptions be exceptions. */
    private static final long CR4_VECTORS = 1 << 9 | 1 << 10;
    /** Programs cannot read where the kernel's tables are. */
    private static final long CR4_UMIP = 1 << 11;
    /** Programs read and write the bases of FS and GS themselves. */
    private static final long CR4_FSGSBASE = 1 << 16;
    /** XSAVE, which saves whatever registers are enabled, and XSETBV, which enables them. */
    private static final long CR4_OSXSAVE = 1 << 18;
    /** The kernel does not execute what belongs to programs. */
    private static final long CR4_SMEP = 1 << 20;
    /** The kernel does not read or write what belongs to programs. */
    private static final long CR4_SMAP = 1 << 21;
    static final long CR4_ALL = CR4_VECTORS | CR4_UMIP | CR4_FSGSBASE | CR4_OSXSAVE | CR4_SMEP | CR4_SMAP;

    /** XCR0: the components of the state that XSAVE saves. x87 and SSE are there wherever XSAVE is. */
    private static final int X87_AND_SSE = 1 | 1 << 1;
    private static final int AVX = 1 << 2;
    static final int COMPONENTS = X87_AND_SSE | AVX;

    private static final int HIGHEST_LEAF = 0;
    private static final int BASIC_LEAF = 1;
    private static final int BASIC_ECX_XSAVE = 1 << 26;
    private static final int EXTENDED_LEAF = 7;
    private static final int EXTENDED_EBX_FSGSBASE = 1;
    private static final int EXTENDED_EBX_SMEP = 1 << 7;
    private static final int EXTENDED_EBX_SMAP = 1 << 20;
    private static final int EXTENDED_ECX_UMIP = 1 << 2;
    /** Subleaf 0, EAX: the bits of XCR0 that may be set. Subleaf n: size (EAX) and place (EBX) of component n. */
    private static final int XSAVE_LEAF = 13;
    private static final int AVX_COMPONENT = 2;

    private Features() {
    }

    /** The bits of CR4 that turn on what this processor has of all the above. */
    static long control(ProcessorIdentity processor) {
        long control = components(processor) == 0 ? 0 : CR4_VECTORS | CR4_OSXSAVE;
        if (processor.eax(HIGHEST_LEAF, 0) < EXTENDED_LEAF) {
            return control;
        }
        int ebx = processor.ebx(EXTENDED_LEAF, 0);
        int ecx = processor.ecx(EXTENDED_LEAF, 0);
        return control | bits(ebx, EXTENDED_EBX_SMEP, CR4_SMEP) | bits(ebx, EXTENDED_EBX_SMAP, CR4_SMAP)
                | bits(ecx, EXTENDED_ECX_UMIP, CR4_UMIP) | bits(ebx, EXTENDED_EBX_FSGSBASE, CR4_FSGSBASE);
    }

    private static long bits(int offered, int feature, long control) {
        return (offered & feature) != 0 ? control : 0;
    }

    /** Whether programs have bases of FS and GS. @param control what {@link #control} answered */
    static boolean hasBases(long control) {
        return (control & CR4_FSGSBASE) != 0;
    }

    /**
     * The bits of XCR0 for the registers that programs get; 0 if there is no XSAVE. AVX is left out where its registers
     * would not be saved within a {@link VectorState}.
     */
    static int components(ProcessorIdentity processor) {
        boolean saves = processor.eax(HIGHEST_LEAF, 0) >= XSAVE_LEAF && (processor.ecx(BASIC_LEAF, 0) & BASIC_ECX_XSAVE) != 0;
        if (!saves) {
            return 0;
        }
        boolean avx = (processor.eax(XSAVE_LEAF, 0) & AVX) != 0;
        int end = processor.eax(XSAVE_LEAF, AVX_COMPONENT) + processor.ebx(XSAVE_LEAF, AVX_COMPONENT);
        return avx && end <= VectorState.AREA_BYTES ? COMPONENTS : X87_AND_SSE;
    }
}
