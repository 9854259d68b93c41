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

    private final Slot[] capabilities = new Slot[Tag.REGISTER_WORDS];
    private Tcb caller;

    /** Checks what an invocation declares, and looks its capabilities up; in the order that {@link peaberry.abi.Invocation} tells. */
    KernelError decode(Tcb invoker, Slot target) {
        Tag tag = new Tag(invoker.context.tag());
        int label = tag.label();
        if (label < 0 || label >= InvocationTable.COUNT) {
            return KernelError.ILLEGAL_OPERATION;
        }
        Requirement needed = InvocationTable.target(label);
        if (!needed.isOfType(target)) {
            return KernelError.ILLEGAL_OPERATION;
        }
        if (tag.capabilities() != 0 || tag.length() > Tag.MAX_LENGTH) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (tag.length() < InvocationTable.length(label)) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        if (!needed.isAllowedBy(target)) {
            return KernelError.MISSING_RIGHT;
        }
        caller = invoker;
        return lookUp(label);
    }

    private KernelError lookUp(int label) {
        int count = InvocationTable.capabilities(label);
        for (int number = 0; number < count; number++) {
            Requirement needed = InvocationTable.capability(label, number);
            int word = needed.word();
            long address = caller.context.word(word);
            if (address != 0 || !needed.isOptional()) {
                Slot slot = caller.lookup(address);
                KernelError wrong = needed.check(slot);
                if (wrong != KernelError.NONE) {
                    return wrong;
                }
                capabilities[word] = slot;
            }
        }
        return KernelError.NONE;
    }

    /** Names nobody any more. */
    void clear() {
        caller = null;
        for (int word = 0; word < Tag.REGISTER_WORDS; word++) {
            capabilities[word] = null;
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
