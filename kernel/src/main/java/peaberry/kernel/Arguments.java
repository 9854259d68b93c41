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

    private Tcb caller;
    /** What the words of the message name; null for a number, and for what may be none and is. */
    private Slot capability0;
    private Slot capability1;
    private Slot capability2;
    private Slot capability3;
    private Slot capability4;
    private Slot capability5;
    /** What is wrong with the first of the parameters that is not as it must be. */
    private KernelError wrong = KernelError.NONE;

    /** Checks what an invocation declares, and looks its capabilities up; in the order that {@link peaberry.abi.Invocation} tells. */
    KernelError decode(Tcb invoker, Slot target, Tag tag) {
        int label = tag.label();
        if (!InvocationTable.has(label) || target.type() != InvocationTable.type(label)) {
            return KernelError.ILLEGAL_OPERATION;
        }
        if (tag.capabilities() != 0 || tag.length() > Tag.MAX_LENGTH) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (tag.length() < InvocationTable.length(label)) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        if (!target.rights().include(InvocationTable.right(label))) {
            return KernelError.MISSING_RIGHT;
        }
        caller = invoker;
        CapabilityParameters parameters = InvocationTable.parameters(label);
        return parameters.reach(0) ? lookUp(parameters) : KernelError.NONE;
    }

    /** Word by word, without a loop: most words are numbers, and whether they are is a single test then. */
    private KernelError lookUp(CapabilityParameters parameters) {
        wrong = KernelError.NONE;
        if (parameters.has(0)) {
            capability0 = find(parameters, 0);
        }
        if (parameters.has(1)) {
            capability1 = find(parameters, 1);
        }
        if (parameters.has(2)) {
            capability2 = find(parameters, 2);
        }
        if (parameters.reach(3)) {
            lookUpLast(parameters);
        }
        return wrong;
    }

    private void lookUpLast(CapabilityParameters parameters) {
        if (parameters.has(3)) {
            capability3 = find(parameters, 3);
        }
        if (parameters.has(4)) {
            capability4 = find(parameters, 4);
        }
        if (parameters.has(5)) {
            capability5 = find(parameters, 5);
        }
    }

    private Slot find(CapabilityParameters parameters, int word) {
        long address = caller.context.word(word);
        if (address == 0 && parameters.isOptional(word)) {
            return null;
        }
        Slot slot = caller.lookup(address);
        KernelError error = parameters.check(word, slot);
        if (error != KernelError.NONE && wrong == KernelError.NONE) {
            wrong = error;
        }
        return slot;
    }

    /** Names nobody any more. */
    void clear() {
        caller = null;
        capability0 = null;
        capability1 = null;
        capability2 = null;
        capability3 = null;
        capability4 = null;
        capability5 = null;
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
        return switch (index) {
            case 0 -> capability0;
            case 1 -> capability1;
            case 2 -> capability2;
            case 3 -> capability3;
            case 4 -> capability4;
            case 5 -> capability5;
            default -> null;
        };
    }

    /** The object that a parameter names. @param index place of a parameter that is not optional */
    KernelObject object(int index) {
        return capability(index).object();
    }
}
