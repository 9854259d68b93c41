package peaberry.kernel.arch;

/**
 * What this processor offers beyond the base of all 64-bit ones, and which bits of its control register CR4 turn it on:
 * Intel SDM volume 2, CPUID, and volume 3, 2.5.
 */
final class Features {

    /** Programs cannot read where the kernel's tables are. */
    static final long CR4_UMIP = 1 << 11;
    /** Programs read and write the bases of FS and GS themselves. */
    static final long CR4_FSGSBASE = 1 << 16;
    /** The kernel does not execute what belongs to programs. */
    static final long CR4_SMEP = 1 << 20;
    /** The kernel does not read or write what belongs to programs. */
    static final long CR4_SMAP = 1 << 21;

    /** Leaf 0, EAX: the highest leaf. */
    private static final int HIGHEST_LEAF = 0;
    private static final int EXTENDED_LEAF = 7;
    private static final int EBX_FSGSBASE = 1;
    private static final int EBX_SMEP = 1 << 7;
    private static final int EBX_SMAP = 1 << 20;
    private static final int ECX_UMIP = 1 << 2;

    private Features() {
    }

    /** The bits of CR4 for the protection that this processor has. */
    static long protection(ProcessorIdentity processor) {
        if (processor.eax(HIGHEST_LEAF, 0) < EXTENDED_LEAF) {
            return 0;
        }
        int ebx = processor.ebx(EXTENDED_LEAF, 0);
        int ecx = processor.ecx(EXTENDED_LEAF, 0);
        return bits(ebx, EBX_SMEP, CR4_SMEP) | bits(ebx, EBX_SMAP, CR4_SMAP) | bits(ecx, ECX_UMIP, CR4_UMIP);
    }

    private static long bits(int offered, int feature, long control) {
        return (offered & feature) != 0 ? control : 0;
    }
}
