package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.UserContext;

/**
 * Operations on threads. What a thread runs with (its registers, CNode, address space, buffer, fault endpoint) is set
 * only while it is suspended. Nobody gives a priority above its own.
 */
final class TcbOperations {

    private TcbOperations() {
    }

    static KernelError invoke(Tcb caller, Slot target, Invocation operation, int length) {
        Tcb thread = (Tcb) target.object();
        Rights needed = operation == Invocation.TCB_USAGE ? Rights.READ : Rights.WRITE;
        if (length < wordsNeeded(operation)) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        if (!target.rights().include(needed)) {
            return KernelError.MISSING_RIGHT;
        }
        return switch (operation) {
            case TCB_CONFIGURE -> decodeConfigure(caller, thread);
            case TCB_WRITE_REGISTERS -> decodeWriteRegisters(caller, thread);
            case TCB_RESUME -> decodeResume(thread);
            case TCB_SUSPEND -> {
                thread.suspend();
                yield KernelError.NONE;
            }
            case TCB_SET_PRIORITY -> decodeSetPriority(caller, thread);
            case TCB_BIND_NOTIFICATION -> decodeBindNotification(caller, thread);
            case TCB_USAGE -> decodeUsage(caller, thread);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    private static int wordsNeeded(Invocation operation) {
        return switch (operation) {
            case TCB_CONFIGURE -> 6;
            case TCB_WRITE_REGISTERS -> 3;
            case TCB_SET_PRIORITY, TCB_BIND_NOTIFICATION -> 1;
            default -> 0;
        };
    }

    /** Words: CNode, VSpace, buffer or 0, its address, fault endpoint or 0, priority. */
    private static KernelError decodeConfigure(Tcb caller, Tcb thread) {
        UserContext arguments = caller.context;
        if (thread.state != ThreadState.INACTIVE) {
            return KernelError.ILLEGAL_OPERATION;
        }
        Slot node = caller.lookup(arguments.word(0));
        Slot space = caller.lookup(arguments.word(1));
        KernelError wrong = checkSource(node, CapabilityType.CNODE, Rights.READ.or(Rights.WRITE));
        if (wrong == KernelError.NONE) {
            wrong = checkSource(space, CapabilityType.VSPACE, Rights.WRITE);
        }
        if (wrong == KernelError.NONE) {
            wrong = checkBuffer(caller, arguments.word(2), arguments.word(3));
        }
        Slot faultEndpoint = null;
        if (wrong == KernelError.NONE && arguments.word(4) != 0) {
            faultEndpoint = caller.lookup(arguments.word(4));
            wrong = checkSource(faultEndpoint, CapabilityType.ENDPOINT, Rights.WRITE);
        }
        long priority = arguments.word(5);
        if (wrong == KernelError.NONE && (priority < 0 || priority > caller.priority())) {
            wrong = KernelError.RANGE_ERROR;
        }
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        Slot buffer = arguments.word(2) == 0 ? null : caller.lookup(arguments.word(2));
        commitConfigure(thread, node, space, buffer, faultEndpoint, (int) priority);
        return KernelError.NONE;
    }

    private static KernelError checkSource(Slot source, CapabilityType type, Rights needed) {
        if (source == null || source.type() != type) {
            return KernelError.FAILED_LOOKUP;
        }
        return source.rights().include(needed) ? KernelError.NONE : KernelError.MISSING_RIGHT;
    }

    private static KernelError checkBuffer(Tcb caller, long index, long address) {
        if (index == 0) {
            return KernelError.NONE;
        }
        KernelError wrong = checkSource(caller.lookup(index), CapabilityType.FRAME, Rights.READ.or(Rights.WRITE));
        return wrong == KernelError.NONE ? Frame.check(address) : wrong;
    }

    private static void commitConfigure(Tcb thread, Slot node, Slot space, Slot buffer, Slot faultEndpoint, int priority) {
        replace(thread, thread.node, node);
        replace(thread, thread.space, space);
        replace(thread, thread.buffer, buffer);
        replace(thread, thread.faultEndpoint, faultEndpoint);
        thread.setPriority(priority);
    }

    /** The old capability may have been the last that kept the thread, the caller or {@code source}: then all stays empty. */
    private static void replace(Tcb thread, Slot own, Slot source) {
        thread.processor().deletion.delete(own);
        if (source != null) {
            own.copy(source, source.rights(), source.badge());
        }
    }

    /** Words: instruction pointer, stack pointer, argument. */
    private static KernelError decodeWriteRegisters(Tcb caller, Tcb thread) {
        UserContext arguments = caller.context;
        if (thread.state != ThreadState.INACTIVE) {
            return KernelError.ILLEGAL_OPERATION;
        }
        long instructionPointer = arguments.word(0);
        long stackPointer = arguments.word(1);
        if (instructionPointer < 0 || instructionPointer >= UserLayout.LIMIT
                || stackPointer < 0 || stackPointer > UserLayout.LIMIT) {
            return KernelError.RANGE_ERROR;
        }
        thread.context.start(instructionPointer, stackPointer, arguments.word(2));
        return KernelError.NONE;
    }

    private static KernelError decodeResume(Tcb thread) {
        if (thread.space.isEmpty()) {
            return KernelError.FAILED_LOOKUP;
        }
        thread.resume();
        return KernelError.NONE;
    }

    private static KernelError decodeSetPriority(Tcb caller, Tcb thread) {
        long priority = caller.context.word(0);
        if (priority < 0 || priority > caller.priority()) {
            return KernelError.RANGE_ERROR;
        }
        thread.setPriority((int) priority);
        return KernelError.NONE;
    }

    private static KernelError decodeBindNotification(Tcb caller, Tcb thread) {
        long index = caller.context.word(0);
        if (index == 0) {
            if (thread.bound != null) {
                thread.bound.unbind();
            }
            return KernelError.NONE;
        }
        Slot source = caller.lookup(index);
        KernelError wrong = checkSource(source, CapabilityType.NOTIFICATION, Rights.READ);
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        Notification notification = (Notification) source.object();
        if (thread.bound != null || notification.bound() != null) {
            return KernelError.OCCUPIED;
        }
        notification.bind(thread);
        return KernelError.NONE;
    }

    private static KernelError decodeUsage(Tcb caller, Tcb thread) {
        caller.answer(thread.state.ordinal(), thread.priority(), thread.processor().ticksUsed(thread));
        return KernelError.NONE;
    }
}
