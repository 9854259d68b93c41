package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.KernelError;
import peaberry.abi.Operation;
import peaberry.abi.Parameter;
import peaberry.abi.Rights;
import peaberry.machine.Unboxed;

/**
 * What an invocation demands of the message and of the capabilities that it names, in one word: bits 0–5 the type of the invoked
 * capability, bits 6–8 the right to it, bits 9–11 the message's least length; then 13 bits for each parameter that is a
 * capability: its type and rights as before, in three bits which word names it, and in one whether that may be 0 for none.
 */
@Unboxed
record Demand(long bits) {

    /** The most parameters of one invocation that can be capabilities. */
    static final int MAX_CAPABILITIES = 4;

    private static final int TYPES = 1 << 6;
    private static final int RIGHTS_SHIFT = 6;
    private static final int RIGHTS_MASK = 7;
    private static final int WORD_SHIFT = 9;
    private static final int WORD_MASK = 7;
    private static final int TARGET_BITS = 12;
    private static final int OPTIONAL = 1 << TARGET_BITS;
    private static final int PARAMETER_BITS = TARGET_BITS + 1;

    /** What is declared; at build time only. */
    static Demand of(Operation operation) {
        long bits = part(operation.type(), operation.right(), operation.parameters().size());
        int shift = TARGET_BITS;
        for (int word = 0; word < operation.parameters().size(); word++) {
            Parameter parameter = operation.parameters().get(word);
            if (parameter.isCapability()) {
                if (shift > TARGET_BITS + (MAX_CAPABILITIES - 1) * PARAMETER_BITS) {
                    throw new IllegalStateException("more parameters are capabilities than there is room for");
                }
                long part = part(parameter.type(), parameter.rights(), word);
                bits |= (parameter.kind() == Parameter.Kind.OPTIONAL_CAPABILITY ? part | OPTIONAL : part) << shift;
                shift += PARAMETER_BITS;
            }
        }
        return new Demand(bits);
    }

    private static long part(CapabilityType type, Rights rights, int word) {
        if (type.ordinal() >= TYPES || word > WORD_MASK) {
            throw new IllegalStateException("an invocation is declared that does not fit");
        }
        return type.ordinal() | rights.bits() << RIGHTS_SHIFT | word << WORD_SHIFT;
    }

    /** Whether the invoked capability, or the one that the first parameter names, is of its type. */
    boolean isOfType(Slot slot) {
        return slot.type().ordinal() == (bits & TYPES - 1);
    }

    /** Whether the invoked capability, or the one that the first parameter names, has its rights. */
    boolean isAllowedBy(Slot slot) {
        return slot.rights().include(new Rights((int) bits >>> RIGHTS_SHIFT & RIGHTS_MASK));
    }

    /** How many words the message must have; of parameters, the word that names the first one. */
    int word() {
        return (int) bits >>> WORD_SHIFT & WORD_MASK;
    }

    /** What is demanded of the parameters that are capabilities. */
    Demand parameters() {
        return new Demand(bits >>> TARGET_BITS);
    }

    /** The same without the first of the parameters. */
    Demand next() {
        return new Demand(bits >>> PARAMETER_BITS);
    }

    /** Whether no parameter is left. */
    boolean isMet() {
        return bits == 0;
    }

    /** Whether the first parameter may be none. */
    boolean isOptional() {
        return (bits & OPTIONAL) != 0;
    }

    /** Whether the first parameter is as it must be. @param slot what it names; null if it names no slot */
    KernelError check(Slot slot) {
        if (slot == null || !isOfType(slot)) {
            return KernelError.FAILED_LOOKUP;
        }
        return isAllowedBy(slot) ? KernelError.NONE : KernelError.MISSING_RIGHT;
    }
}
