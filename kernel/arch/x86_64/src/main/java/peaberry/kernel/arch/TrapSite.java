package peaberry.kernel.arch;

import peaberry.abi.JavaTrap;
import peaberry.machine.PhysicalAddress;

/** The failed check that an invalid opcode stands for: {@code ud1l SITE(%eax), %eax}, see {@link JavaTrap}. */
final class TrapSite {

    /** Not a Java trap. */
    static final int NONE = 0;

    /** Address size prefix, two bytes of opcode, and the byte that says: 32-bit displacement, eax, eax. */
    private static final int UD1L_EAX = 0x80B9_0F67;
    /** By which it differs from other illegal instructions, for each byte takes a look into the page tables. */
    private static final int FIRST_BYTE = UD1L_EAX & 0xFF;
    private static final int ORDINALS = 16;

    private TrapSite() {
    }

    /** The site of the instruction at {@code address} of the loaded address space, or {@link #NONE}. */
    static int of(long address) {
        if (fetch(address, 1) != FIRST_BYTE || fetch(address, Integer.BYTES) != UD1L_EAX) {
            return NONE;
        }
        int site = fetch(address + Integer.BYTES, Integer.BYTES);
        return site >= JavaTrap.FIRST_SITE ? site : NONE;
    }

    static int ordinal(int site) {
        return site % ORDINALS;
    }

    /** Up to four bytes, which may lie in two pages; zeros where nothing is mapped. */
    private static int fetch(long address, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            PhysicalAddress physical = Translation.locate(address + i);
            int next = physical.is(PhysicalAddress.ZERO) ? 0 : PhysicalBytes.LOW_MEMORY.unsignedByte(physical.value());
            value |= next << 8 * i;
        }
        return value;
    }
}
