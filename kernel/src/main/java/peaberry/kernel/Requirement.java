package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.machine.Unboxed;

/**
 * What a capability must be: bits 0–7 its type, bits 8–15 the rights, bits 16–19 the word of the message that names it, if it is
 * a parameter, bit 20 set if that word may be 0 for none.
 */
@Unboxed
record Requirement(int bits) {

    private static final int BYTE = 0xFF;
    private static final int RIGHTS_SHIFT = 8;
    private static final int WORD_SHIFT = 16;
    private static final int WORD_MASK = 0xF;
    private static final int OPTIONAL = 1 << 20;

    /** A capability of this type with these rights. */
    static Requirement of(CapabilityType type, Rights rights) {
        return new Requirement(type.ordinal() | rights.bits() << RIGHTS_SHIFT);
    }

    /** The same, named by this word of the message. @param word 0 to 15 */
    Requirement namedBy(int word) {
        return new Requirement(bits | word << WORD_SHIFT);
    }

    /** The same, or none. */
    Requirement orNone() {
        return new Requirement(bits | OPTIONAL);
    }

    int word() {
        return bits >>> WORD_SHIFT & WORD_MASK;
    }

    boolean isOptional() {
        return (bits & OPTIONAL) != 0;
    }

    boolean isOfType(Slot slot) {
        return slot.type().ordinal() == (bits & BYTE);
    }

    boolean isAllowedBy(Slot slot) {
        return slot.rights().include(new Rights(bits >>> RIGHTS_SHIFT & BYTE));
    }

    /** Whether a parameter is as it must be. @param slot what the parameter names; null if it names no slot */
    KernelError check(Slot slot) {
        if (slot == null || !isOfType(slot)) {
            return KernelError.FAILED_LOOKUP;
        }
        return isAllowedBy(slot) ? KernelError.NONE : KernelError.MISSING_RIGHT;
    }
}
