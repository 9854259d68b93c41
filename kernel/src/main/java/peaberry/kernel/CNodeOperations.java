package peaberry.kernel;

import peaberry.abi.CapabilityType;
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

    static KernelError invoke(Tcb caller, Slot target, Invocation operation, int length) {
        Rights needed = operation == Invocation.CNODE_INSPECT ? Rights.READ : Rights.WRITE;
        CNode node = (CNode) target.object();
        if (length < wordsNeeded(operation)) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        if (!target.rights().include(needed)) {
            return KernelError.MISSING_RIGHT;
        }
        return switch (operation) {
            case CNODE_COPY -> decodeCopy(caller, node, 0);
            case CNODE_MINT -> decodeCopy(caller, node, caller.context.word(4));
            case CNODE_MOVE -> decodeMove(caller, node);
            case CNODE_DELETE -> decodeDelete(caller, node);
            case CNODE_REVOKE -> decodeRevoke(caller, node);
            case CNODE_INSPECT -> decodeInspect(caller, node);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    private static int wordsNeeded(Invocation operation) {
        return switch (operation) {
            case CNODE_MINT -> 5;
            case CNODE_COPY -> 4;
            case CNODE_MOVE -> 3;
            case CNODE_DELETE, CNODE_REVOKE, CNODE_INSPECT -> 1;
            default -> 0;
        };
    }

    /** Whether a new capability can go into this slot of this CNode, both as the caller names them. */
    static KernelError checkDestination(Tcb caller, long nodeIndex, long index) {
        Slot table = caller.lookup(nodeIndex);
        if (table == null || table.type() != CapabilityType.CNODE) {
            return KernelError.FAILED_LOOKUP;
        }
        return table.rights().include(Rights.WRITE) ? checkEmpty((CNode) table.object(), index) : KernelError.MISSING_RIGHT;
    }

    /** The slot that {@link #checkDestination} has passed. */
    static Slot destination(Tcb caller, long nodeIndex, long index) {
        return ((CNode) caller.lookup(nodeIndex).object()).slot(index);
    }

    private static KernelError checkEmpty(CNode node, long index) {
        Slot slot = node.slot(index);
        if (slot == null) {
            return KernelError.RANGE_ERROR;
        }
        return slot.isEmpty() ? KernelError.NONE : KernelError.OCCUPIED;
    }

    /** Words: destination slot, source CNode, source slot. */
    private static KernelError checkTransfer(Tcb caller, CNode node, Rights needed) {
        UserContext arguments = caller.context;
        KernelError wrong = checkEmpty(node, arguments.word(0));
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        Slot table = caller.lookup(arguments.word(1));
        if (table == null || table.type() != CapabilityType.CNODE) {
            return KernelError.FAILED_LOOKUP;
        }
        if (!table.rights().include(needed)) {
            return KernelError.MISSING_RIGHT;
        }
        Slot source = ((CNode) table.object()).slot(arguments.word(2));
        return source == null || source.isEmpty() ? KernelError.FAILED_LOOKUP : KernelError.NONE;
    }

    private static KernelError decodeCopy(Tcb caller, CNode node, long newBadge) {
        KernelError wrong = checkTransfer(caller, node, Rights.READ);
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        UserContext arguments = caller.context;
        Slot source = destination(caller, arguments.word(1), arguments.word(2));
        if (!Slot.isCopied(source.type())) {
            return KernelError.ILLEGAL_OPERATION;
        }
        boolean canBeBadged = switch (source.type()) {
            case ENDPOINT, NOTIFICATION -> source.badge() == 0;
            default -> false;
        };
        if (newBadge != 0 && !canBeBadged) {
            return KernelError.INVALID_ARGUMENT;
        }
        Rights rights = Rights.ofWord(arguments.word(3));
        node.slot(arguments.word(0)).copy(source, rights, newBadge != 0 ? newBadge : source.badge());
        return KernelError.NONE;
    }

    private static KernelError decodeMove(Tcb caller, CNode node) {
        KernelError wrong = checkTransfer(caller, node, Rights.WRITE);
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        UserContext arguments = caller.context;
        node.slot(arguments.word(0)).take(destination(caller, arguments.word(1), arguments.word(2)));
        return KernelError.NONE;
    }

    private static KernelError decodeDelete(Tcb caller, CNode node) {
        Slot slot = node.slot(caller.context.word(0));
        if (slot == null) {
            return KernelError.RANGE_ERROR;
        }
        caller.processor().deletion.delete(slot);
        return KernelError.NONE;
    }

    private static KernelError decodeRevoke(Tcb caller, CNode node) {
        Slot slot = node.slot(caller.context.word(0));
        if (slot == null) {
            return KernelError.RANGE_ERROR;
        }
        caller.processor().deletion.revoke(slot);
        return KernelError.NONE;
    }

    private static KernelError decodeInspect(Tcb caller, CNode node) {
        Slot slot = node.slot(caller.context.word(0));
        if (slot == null) {
            return KernelError.RANGE_ERROR;
        }
        UserContext answer = caller.context;
        answer.setWord(0, slot.type().ordinal());
        answer.setWord(1, slot.rights().bits());
        answer.setWord(2, slot.badge());
        answer.setWord(3, firstDetail(slot));
        answer.setWord(4, secondDetail(slot));
        answer.setTag(Tag.of(0, INSPECT_WORDS).bits());
        return KernelError.NONE;
    }

    private static long firstDetail(Slot slot) {
        return switch (slot.type()) {
            case UNTYPED -> slot.sizeBits();
            case CNODE -> ((CNode) slot.object()).slots();
            case FRAME -> slot.extent();
            case IRQ_HANDLER -> ((IrqHandler) slot.object()).line();
            case IO_PORT -> PortRange.first(slot);
            default -> 0;
        };
    }

    private static long secondDetail(Slot slot) {
        return switch (slot.type()) {
            case UNTYPED -> UntypedMemory.used(slot);
            case IO_PORT -> PortRange.last(slot);
            default -> 0;
        };
    }
}
