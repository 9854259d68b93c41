package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Guard;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.kernel.arch.UserContext;

/**
 * Operations on the slots of a CNode. A copy never allows more than its source; what cannot be copied at all,
 * {@link Slot#isCopied} says.
 */
final class CNodeOperations {

    private static final int INSPECT_WORDS = 5;

    private CNodeOperations() {
    }

    static KernelError invoke(Slot target, Invocation operation, Arguments arguments) {
        CNode node = (CNode) target.object();
        return switch (operation) {
            case CNODE_COPY -> decodeCopy(node, arguments, 0);
            case CNODE_MINT -> decodeCopy(node, arguments, arguments.word(4));
            case CNODE_MOVE -> decodeMove(node, arguments);
            case CNODE_DELETE -> decodeDelete(node, arguments);
            case CNODE_REVOKE -> decodeRevoke(node, arguments);
            case CNODE_INSPECT -> decodeInspect(node, arguments);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Whether a new capability can go into the slot at this index. */
    static KernelError checkEmpty(CNode node, long index) {
        Slot slot = node.slot(index);
        if (slot == null) {
            return KernelError.RANGE_ERROR;
        }
        return slot.isEmpty() ? KernelError.NONE : KernelError.OCCUPIED;
    }

    /** Parameters: destination slot, source CNode, source slot, rights. */
    private static KernelError decodeCopy(CNode node, Arguments arguments, long newBadge) {
        KernelError wrong = checkTransfer(node, arguments);
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        Slot source = source(arguments);
        if (!Slot.isCopied(source.type())) {
            return KernelError.ILLEGAL_OPERATION;
        }
        boolean canBeBadged = switch (source.type()) {
            case ENDPOINT, NOTIFICATION -> source.badge() == 0;
            case CNODE -> source.badge() == 0 && new Guard(newBadge).isSound();
            default -> false;
        };
        if (newBadge != 0 && !canBeBadged) {
            return KernelError.INVALID_ARGUMENT;
        }
        Rights rights = Rights.ofWord(arguments.word(3));
        node.slot(arguments.word(0)).copy(source, rights, newBadge != 0 ? newBadge : source.badge());
        return KernelError.NONE;
    }

    /** Parameters: destination slot, source CNode, source slot. */
    private static KernelError decodeMove(CNode node, Arguments arguments) {
        Processor processor = arguments.caller().processor();
        if (isHalfMoved(node.slot(arguments.word(0)), source(arguments))) {
            return outcome(arguments, processor.deletion.finishMove(source(arguments)));
        }
        KernelError wrong = checkTransfer(node, arguments);
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        if (source(arguments).type() == CapabilityType.ZOMBIE) {
            return KernelError.ILLEGAL_OPERATION;
        }
        return outcome(arguments, processor.deletion.move(source(arguments), node.slot(arguments.word(0))));
    }

    /** An interrupted move has left a zombie below the slot to which the capability went. */
    private static boolean isHalfMoved(Slot to, Slot from) {
        return to != null && from != null && from.type() == CapabilityType.ZOMBIE && from.parent() == to;
    }

    /** What the caller is told of an operation that may stop between two steps. */
    private static KernelError outcome(Arguments arguments, boolean finished) {
        if (finished) {
            return KernelError.NONE;
        }
        Tcb caller = arguments.caller();
        caller.interrupt(caller.processor().preemption.steps());
        return KernelError.INTERRUPTED;
    }

    private static KernelError checkTransfer(CNode node, Arguments arguments) {
        KernelError wrong = checkEmpty(node, arguments.word(0));
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        Slot source = source(arguments);
        return source == null || source.isEmpty() ? KernelError.FAILED_LOOKUP : KernelError.NONE;
    }

    private static Slot source(Arguments arguments) {
        return ((CNode) arguments.object(1)).slot(arguments.word(2));
    }

    private static KernelError decodeDelete(CNode node, Arguments arguments) {
        Slot slot = node.slot(arguments.word(0));
        if (slot == null) {
            return KernelError.RANGE_ERROR;
        }
        return outcome(arguments, arguments.caller().processor().deletion.delete(slot));
    }

    private static KernelError decodeRevoke(CNode node, Arguments arguments) {
        Slot slot = node.slot(arguments.word(0));
        if (slot == null) {
            return KernelError.RANGE_ERROR;
        }
        return outcome(arguments, arguments.caller().processor().deletion.revoke(slot));
    }

    private static KernelError decodeInspect(CNode node, Arguments arguments) {
        Slot slot = node.slot(arguments.word(0));
        if (slot == null) {
            return KernelError.RANGE_ERROR;
        }
        UserContext answer = arguments.caller().context;
        answer.setWord(0, slot.type().ordinal());
        answer.setWord(1, slot.rights().bits());
        answer.setWord(2, slot.type() == CapabilityType.WINDOW ? 0 : slot.badge());
        answer.setWord(3, firstDetail(slot));
        answer.setWord(4, secondDetail(slot));
        answer.setTag(Tag.of(0, INSPECT_WORDS).bits());
        return KernelError.NONE;
    }

    private static long firstDetail(Slot slot) {
        return switch (slot.type()) {
            case UNTYPED -> slot.sizeBits();
            case CNODE -> ((CNode) slot.object()).slots();
            case FRAME, WINDOW -> slot.extent();
            case IRQ_HANDLER -> ((IrqHandler) slot.object()).number();
            case IO_PORT -> PortRange.first(slot);
            default -> 0;
        };
    }

    private static long secondDetail(Slot slot) {
        return switch (slot.type()) {
            case UNTYPED -> Untyped.used(slot);
            case FRAME -> slot.sizeBits();
            case IRQ_HANDLER -> slot.object() instanceof MessageHandler ? 1 : 0;
            case WINDOW -> slot.badge();
            case IO_PORT -> PortRange.last(slot);
            default -> 0;
        };
    }
}
