package peaberry.kernel.arch;

/** The answers of the CPUID instruction: Intel SDM volume 2. A leaf above the highest answers anything. */
interface ProcessorIdentity {

    int eax(int leaf, int subleaf);

    int ebx(int leaf, int subleaf);

    int ecx(int leaf, int subleaf);
}
