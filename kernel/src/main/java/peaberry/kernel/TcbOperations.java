package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Register;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;

/**
 * Operations on threads. What a thread runs with (its CNode, address space, buffer) is set only while it is
 * suspended, and its registers only while it is that or faulted. Who hears of its faults is set at any time. Nobody gives a priority above its own maximum.
 */
final class TcbOperations {

    private TcbOperations() {
    }

    static KernelError invoke(Slot target, Invocation operation, Arguments arguments) {
        Tcb thread = (Tcb) target.object();
        return switch (operation) {
            case TCB_CONFIGURE -> decodeConfigure(thread, arguments);
            case TCB_WRITE_REGISTERS -> decodeWriteRegisters(thread, arguments);
            case TCB_READ_REGISTER -> decodeReadRegister(thread, arguments);
            case TCB_WRITE_REGISTER -> decodeWriteRegister(thread, arguments);
            case TCB_RESUME -> decodeResume(thread);
            case TCB_SUSPEND -> {
                thread.suspend();
                yield KernelError.NONE;
            }
            case TCB_SET_PRIORITY, TCB_SET_MAXIMUM_PRIORITY -> decodeSetPriority(thread, operation, arguments);
            case TCB_SET_TIMEOUT_HANDLER -> setHandler(thread, thread.timeoutHandler, arguments);
            case TCB_SET_FAULT_ENDPOINT -> setHandler(thread, thread.faultEndpoint, arguments);
            case TCB_BIND_NOTIFICATION -> decodeBindNotification(thread, arguments.capability(0));
            case TCB_USAGE -> decodeUsage(thread, arguments);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: CNode, VSpace, buffer or none, its address, fault endpoint or none, priority. */
    private static KernelError decodeConfigure(Tcb thread, Arguments arguments) {
        if (thread.state != ThreadState.INACTIVE) {
            return KernelError.ILLEGAL_OPERATION;
        }
        Slot buffer = arguments.capability(2);
        KernelError wrong = buffer == null ? KernelError.NONE : Frame.check(arguments.word(3));
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        if (buffer != null && !MessageBuffer.isUsable(buffer)) {
            return KernelError.INVALID_ARGUMENT;
        }
        long priority = arguments.word(5);
        if (priority < 0 || priority > arguments.caller().maximumPriority()) {
            return KernelError.RANGE_ERROR;
        }
        commitConfigure(thread, arguments.capability(0), arguments.capability(1), buffer, arguments.capability(4), (int) priority);
        return KernelError.NONE;
    }

    private static void commitConfigure(Tcb thread, Slot node, Slot space, Slot buffer, Slot faultEndpoint, int priority) {
        Deletion deletion = thread.processor().deletion;
        thread.forgetTable();
        replace(thread.node, node, deletion);
        replace(thread.space, space, deletion);
        replace(thread.buffer, buffer, deletion);
        replace(thread.faultEndpoint, faultEndpoint, deletion);
        thread.setPriority(priority);
        deletion.bury();
    }

    /** The old capability may be the last that keeps the thread, the caller or {@code source}, which are buried later. */
    private static void replace(Slot own, Slot source, Deletion deletion) {
        deletion.drop(own);
        if (source != null) {
            own.copy(source, source.rights(), source.badge());
        }
    }

    /** Parameters: instruction pointer, stack pointer, argument. */
    private static KernelError decodeWriteRegisters(Tcb thread, Arguments arguments) {
        if (thread.state != ThreadState.INACTIVE) {
            return KernelError.ILLEGAL_OPERATION;
        }
        long instructionPointer = arguments.word(0);
        long stackPointer = arguments.word(1);
        if (!isInstruction(instructionPointer) || stackPointer < 0 || stackPointer > UserLayout.LIMIT) {
            return KernelError.RANGE_ERROR;
        }
        thread.context.start(instructionPointer, stackPointer, arguments.word(2));
        return KernelError.NONE;
    }

    /** Whether a program can be at this address. */
    private static boolean isInstruction(long address) {
        return address >= 0 && address < UserLayout.LIMIT;
    }

    /** Parameter: number. Whoever does not run has all of its registers in its context. */
    private static KernelError decodeReadRegister(Tcb thread, Arguments arguments) {
        long number = arguments.word(0);
        if (thread.state == ThreadState.RUNNING) {
            return KernelError.ILLEGAL_OPERATION;
        }
        if (!Register.isOrdinal(number)) {
            return KernelError.RANGE_ERROR;
        }
        arguments.caller().answer(thread.context.register(Register.of((int) number)));
        return KernelError.NONE;
    }

    /** Parameters: number, value. */
    private static KernelError decodeWriteRegister(Tcb thread, Arguments arguments) {
        long number = arguments.word(0);
        long value = arguments.word(1);
        if (thread.state != ThreadState.INACTIVE && thread.state != ThreadState.FAULTED) {
            return KernelError.ILLEGAL_OPERATION;
        }
        if (!Register.isOrdinal(number)) {
            return KernelError.RANGE_ERROR;
        }
        Register register = Register.of((int) number);
        if (register == Register.FLAGS) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (register == Register.INSTRUCTION_POINTER && !isInstruction(value)) {
            return KernelError.RANGE_ERROR;
        }
        thread.context.setRegister(register, value);
        return KernelError.NONE;
    }

    private static KernelError decodeResume(Tcb thread) {
        if (thread.space.isEmpty()) {
            return KernelError.FAILED_LOOKUP;
        }
        thread.resume();
        return KernelError.NONE;
    }

    /** @param own the thread's slot for the endpoint, which is left empty if the parameter is none */
    private static KernelError setHandler(Tcb thread, Slot own, Arguments arguments) {
        Deletion deletion = thread.processor().deletion;
        replace(own, arguments.capability(0), deletion);
        deletion.bury();
        return KernelError.NONE;
    }

    private static KernelError decodeSetPriority(Tcb thread, Invocation operation, Arguments arguments) {
        long priority = arguments.word(0);
        if (priority < 0 || priority > arguments.caller().maximumPriority()) {
            return KernelError.RANGE_ERROR;
        }
        if (operation == Invocation.TCB_SET_PRIORITY) {
            thread.setPriority((int) priority);
        } else {
            thread.setMaximumPriority((int) priority);
        }
        return KernelError.NONE;
    }

    /** @param source null to undo what was bound before */
    private static KernelError decodeBindNotification(Tcb thread, Slot source) {
        if (source == null) {
            if (thread.bound != null) {
                thread.bound.unbind();
            }
            return KernelError.NONE;
        }
        Notification notification = (Notification) source.object();
        if (thread.bound != null || notification.bound() != null) {
            return KernelError.OCCUPIED;
        }
        notification.bind(thread);
        return KernelError.NONE;
    }

    private static KernelError decodeUsage(Tcb thread, Arguments arguments) {
        arguments.caller().answer(thread.state.ordinal(), thread.priority(),
                thread.home == null ? 0 : thread.processor().consumed(thread.home));
        return KernelError.NONE;
    }
}
