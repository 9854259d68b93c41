package peaberry.kernel;

import peaberry.abi.KernelError;
import peaberry.abi.Tag;

/**
 * What an invocation was given, once {@link #decode} has passed it: all that the invocation declares about the invoked
 * capability and the parameters holds. A processor has one such object, because it performs one invocation at a time.
 *
 * <p>Invariant: between two invocations it names nobody.
 */
final class Arguments {

    /** By the word that names them; null for numbers and for what is none. */
    private final Slot[] capabilities = new Slot[Tag.REGISTER_WORDS];
    private Tcb caller;

    /** Checks what an invocation declares, and looks its capabilities up; in the order that {@link peaberry.abi.Invocation} tells. */
    KernelError decode(Tcb invoker, Slot target, Tag tag) {
        if (!InvocationTable.has(tag.label())) {
            return KernelError.ILLEGAL_OPERATION;
        }
        Demand demand = InvocationTable.demand(tag.label());
        if (!demand.isOfType(target)) {
            return KernelError.ILLEGAL_OPERATION;
        }
        if (tag.capabilities() != 0 || tag.length() > Tag.MAX_LENGTH) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (tag.length() < demand.word()) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        if (!demand.isAllowedBy(target)) {
            return KernelError.MISSING_RIGHT;
        }
        caller = invoker;
        for (Demand rest = demand.parameters(); !rest.isMet(); rest = rest.next()) {
            long address = invoker.context.word(rest.word());
            if (address != 0 || !rest.isOptional()) {
                Slot slot = invoker.lookup(address);
                KernelError wrong = rest.check(slot);
                if (wrong != KernelError.NONE) {
                    return wrong;
                }
                capabilities[rest.word()] = slot;
            }
        }
        return KernelError.NONE;
    }

    /** Names nobody any more. @param label of the invocation that was decoded, with whatever result */
    void clear(int label) {
        caller = null;
        if (InvocationTable.has(label)) {
            for (Demand rest = InvocationTable.demand(label).parameters(); !rest.isMet(); rest = rest.next()) {
                capabilities[rest.word()] = null;
            }
        }
    }

    /** Who invokes. */
    Tcb caller() {
        return caller;
    }

    /** A parameter that is a number. @param index its place among the parameters */
    long word(int index) {
        return caller.context.word(index);
    }

    /** A parameter that is a capability, or null if it is none. @param index its place among the parameters */
    Slot capability(int index) {
        return capabilities[index];
    }

    /** The object that a parameter names. @param index place of a parameter that is not optional */
    KernelObject object(int index) {
        return capabilities[index].object();
    }
}
