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
                arguments.caller().answer(untyped.sizeBits(), used(untyped));
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
        if (!fits(untyped, type.sizeBits((int) bits), count)) {
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
        if (isReturned(untyped)) {
            if (!processor.deletion.bury()) {
                return false;
            }
            UntypedMemory.reset(untyped, processor.deletion);
        }
        processor.preemption.begin();
        while (!isClean(untyped, type, bits, count)) {
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
            make(untyped, node.slot(index), type, bits, processor);
        }
    }

    /** Makes the next object, see {@link UntypedMemory#make}, and tells it where it will run. */
    static void make(Slot untyped, Slot destination, ObjectType type, int bits, Processor processor) {
        UntypedMemory.make(untyped, destination, type, bits);
        settle(destination.object(), processor);
    }

    /** Tells a new object where it will run, if it is one that does. */
    static void settle(KernelObject made, Processor processor) {
        if (made instanceof Tcb thread) {
            thread.settleOn(processor);
        } else if (made instanceof SchedContext context) {
            context.settleOn(processor);
        } else if (made instanceof Partition partition) {
            partition.settleOn(processor);
        }
    }

    /** Bytes that are handed out now. */
    static long used(Slot untyped) {
        return untyped.firstChild() == null ? 0 : untyped.extent();
    }

    /** Whether {@code count} objects of 2^bits bytes fit into what is left. @param bits 0 to 47 @param count 1 to 2^15 */
    static boolean fits(Slot untyped, int bits, long count) {
        return UntypedMemory.start(used(untyped), bits) + (count << bits) <= 1L << untyped.sizeBits();
    }

    /** Whether all that was handed out has come back, so that the memory can start afresh. */
    static boolean isReturned(Slot untyped) {
        return untyped.firstChild() == null && untyped.extent() != 0;
    }

    /** Whether the memory is as the next {@code count} objects need it: zero, but for untyped memory and that of devices. */
    static boolean isClean(Slot untyped, ObjectType type, int bits, long count) {
        int sizeBits = type.sizeBits(bits);
        return !UntypedMemory.mustBeClean(untyped, type) || UntypedMemory.start(untyped.extent(), sizeBits) + (count << sizeBits) <= untyped.clean();
    }
}
