package peaberry.kernel;

import java.util.List;
import peaberry.abi.KernelError;
import peaberry.abi.Parameter;
import peaberry.abi.Rights;
import peaberry.machine.Unboxed;

/**
 * Which of the words of an invocation's message name capabilities, and what these must be: ten bits for each word from the lowest
 * up, namely the type in six (0: the word is a number), the rights in three, and one that is set if the word may be 0 for none.
 */
@Unboxed
record CapabilityParameters(long bits) {

    private static final int BITS = 10;
    private static final int TYPE_MASK = (1 << 6) - 1;
    private static final int RIGHTS_SHIFT = 6;
    private static final int RIGHTS_MASK = 7;
    private static final int OPTIONAL = 1 << 9;

    /** What is declared; at build time only. */
    static CapabilityParameters of(List<Parameter> parameters) {
        long bits = 0;
        for (Parameter parameter : parameters.reversed()) {
            if (parameter.type().ordinal() > TYPE_MASK) {
                throw new IllegalStateException("there are too many types of capabilities");
            }
            bits = bits << BITS | parameter.type().ordinal() | parameter.rights().bits() << RIGHTS_SHIFT
                    | (parameter.kind() == Parameter.Kind.OPTIONAL_CAPABILITY ? OPTIONAL : 0);
        }
        return new CapabilityParameters(bits);
    }

    /** Whether a word names a capability. @param word 0 to 5, as for all methods here */
    boolean has(int word) {
        return (of(word) & TYPE_MASK) != 0;
    }

    /** Whether this word or one after it names a capability. */
    boolean reach(int word) {
        return bits >>> word * BITS != 0;
    }

    /** Whether the word may be 0, for no capability. */
    boolean isOptional(int word) {
        return (of(word) & OPTIONAL) != 0;
    }

    /** Whether what the word names is as it must be. @param slot null if the word names no slot */
    KernelError check(int word, Slot slot) {
        int demand = of(word);
        if (slot == null || slot.type().ordinal() != (demand & TYPE_MASK)) {
            return KernelError.FAILED_LOOKUP;
        }
        Rights needed = new Rights(demand >>> RIGHTS_SHIFT & RIGHTS_MASK);
        return slot.rights().include(needed) ? KernelError.NONE : KernelError.MISSING_RIGHT;
    }

    private int of(int word) {
        return (int) (bits >>> word * BITS);
    }
}
