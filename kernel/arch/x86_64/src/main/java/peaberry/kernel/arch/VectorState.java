package peaberry.kernel.arch;

import peaberry.machine.Reserved;

/** A thread's x87, SSE and AVX registers while it does not have them, as XSAVE stores them: no concern of Java's. */
@Reserved(VectorState.AREA_BYTES + VectorState.ALIGNMENT_LOSS)
final class VectorState {

    /** The legacy registers, the header, and the upper halves of 16 AVX registers: Intel SDM volume 1, 13.4. */
    static final int AREA_BYTES = 512 + 64 + 256;
    /** An object starts at a multiple of 8, the area at one of 64. */
    static final int ALIGNMENT_LOSS = 56;
}
