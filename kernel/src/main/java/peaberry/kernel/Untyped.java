package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;

/**
 * Operations on untyped memory, the only source of kernel objects and frames: the kernel itself allocates nothing.
 */
final class Untyped {

    /** The most objects that one retype makes: they bound how long the kernel is busy. A VSpace takes four times as long. */
    static final long MAX_COUNT = 8;
    static final long MAX_SPACES = 2;

    private Untyped() {
    }

    static KernelError invoke(Slot untyped, Invocation operation, Arguments arguments) {
        return switch (operation) {
            case UNTYPED_RETYPE -> decodeRetype(untyped, arguments);
            case UNTYPED_USAGE -> {
                arguments.caller().answer(untyped.sizeBits(), UntypedMemory.used(untyped));
                yield KernelError.NONE;
            }
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: type, bits, CNode, first slot, count. */
    private static KernelError decodeRetype(Slot untyped, Arguments arguments) {
        if (!ObjectType.isOrdinal(arguments.word(0))) {
            return KernelError.INVALID_ARGUMENT;
        }
        ObjectType type = ObjectType.of((int) arguments.word(0));
        long bits = arguments.word(1);
        long count = arguments.word(4);
        if (!type.isSizeAllowed(bits) || count < 1 || count > (type == ObjectType.VSPACE ? MAX_SPACES : MAX_COUNT)) {
            return KernelError.RANGE_ERROR;
        }
        if (untyped.isDevice() && !type.isPlainMemory()) {
            return KernelError.INVALID_ARGUMENT;
        }
        CNode node = (CNode) arguments.object(2);
        long first = arguments.word(3);
        if (first < 1 || first > node.slots() - count) {
            return KernelError.RANGE_ERROR;
        }
        for (long index = first; index < first + count; index++) {
            if (!node.slot(index).isEmpty()) {
                return KernelError.OCCUPIED;
            }
        }
        if (!UntypedMemory.fits(untyped, type.sizeBits((int) bits), count)) {
            return KernelError.NOT_ENOUGH_MEMORY;
        }
        Tcb caller = arguments.caller();
        if (!prepare(untyped, type, (int) bits, count, caller.processor())) {
            caller.interrupt(untyped.clean());
            return KernelError.INTERRUPTED;
        }
        commitRetype(untyped, type, (int) bits, node, first, count, caller.processor());
        return KernelError.NONE;
    }

    /**
     * Gets the memory ready, in steps: what was destroyed there is buried, and all is made zero.
     *
     * @return false if interrupted; what was done stays done
     */
    private static boolean prepare(Slot untyped, ObjectType type, int bits, long count, Processor processor) {
        if (UntypedMemory.isReturned(untyped)) {
            if (!processor.deletion.bury()) {
                return false;
            }
            UntypedMemory.reset(untyped, processor.deletion);
        }
        processor.preemption.begin();
        while (!UntypedMemory.isClean(untyped, type, bits, count)) {
            UntypedMemory.clean(untyped);
            if (processor.preemption.isDue()) {
                return false;
            }
        }
        return true;
    }

    private static void commitRetype(Slot untyped, ObjectType type, int bits, CNode node, long first, long count,
            Processor processor) {
        for (long index = first; index < first + count; index++) {
            UntypedMemory.make(untyped, node.slot(index), type, bits, processor);
        }
    }
}
