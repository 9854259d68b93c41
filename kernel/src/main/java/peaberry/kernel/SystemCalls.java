package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.DeviceFault;
import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Timeout;
import peaberry.kernel.arch.Timer;
import peaberry.kernel.arch.TrapHandler;
import peaberry.machine.OutOfLine;

/**
 * Everything that enters the kernel after boot: system calls, interrupts, the timer, faults. Interrupts are off and
 * there is one processor, so one trap is handled at a time, and when it ends {@link Processor#dispatch()} decides who
 * goes on, if that is not decided already.
 */
final class SystemCalls implements TrapHandler {

    private final Processor processor;

    SystemCalls(Processor processor) {
        this.processor = processor;
    }

    @Override
    public void systemCall(long request) {
        if (request == SystemCallNumber.NULL) {
            return;
        }
        int number = (int) request & SystemCallNumber.MASK;
        if (number == SystemCallNumber.SIGNAL) {
            signal(processor.current());
        } else if (number == SystemCallNumber.YIELD) {
            processor.rotate();
        } else {
            general(request);
        }
    }

    @Override
    public void call() {
        if (!FastPath.call(processor)) {
            callInFull();
        }
    }

    @Override
    public void replyReceive() {
        if (!FastPath.replyReceive(processor)) {
            replyReceiveInFull();
        }
    }

    @OutOfLine
    private void callInFull() {
        call(processor.current());
        processor.dispatch();
    }

    @OutOfLine
    private void replyReceiveInFull() {
        replyReceive(processor.current());
        processor.dispatch();
    }

    /** The system calls that may wait, perhaps with a timeout. */
    @OutOfLine
    private void general(long request) {
        Tcb caller = processor.current();
        perform(caller, request);
        limitWaiting(caller, new Timeout(request >>> SystemCallNumber.BITS));
        processor.dispatch();
    }

    private void limitWaiting(Tcb caller, Timeout timeout) {
        if (timeout.isForever() || !caller.isWaiting()) {
            return;
        }
        if (timeout.microseconds() == 0) {
            caller.timeOut();
        } else {
            processor.limitWaiting(caller, timeout.microseconds() * Timer.ticksPerMicrosecond());
        }
    }

    @Override
    public void interrupt(int line) {
        processor.dispatch(line >= 0 && line < LineHandler.MAX_LINES ? processor.lineHandlers[line].signal() : null);
    }

    @Override
    public void message(int number) {
        processor.dispatch(number >= 0 && number < MessageHandler.MAX_MESSAGES ? processor.messageHandlers[number].arrive() : null);
    }

    @Override
    public void deviceFault(int function, DeviceFault kind, long page, int reason) {
        processor.dispatch(processor.domains.fail(function, kind, page, reason));
    }

    @Override
    public void timer() {
        processor.expire();
    }

    @Override
    public void fault(FaultKind kind, long detail, long errorCode) {
        Faults.raise(processor.current(), kind, detail, errorCode);
        processor.dispatch();
    }

    private void perform(Tcb caller, long request) {
        switch ((int) request & SystemCallNumber.MASK) {
            case SystemCallNumber.CALL -> call(caller);
            case SystemCallNumber.REPLY_RECEIVE -> replyReceive(caller);
            case SystemCallNumber.SEND -> send(caller);
            case SystemCallNumber.RECEIVE -> receive(caller);
            case SystemCallNumber.WAIT -> await(caller);
            case SystemCallNumber.POLL -> poll(caller);
            case SystemCallNumber.NULL -> { }
            default -> Faults.raise(caller, FaultKind.UNKNOWN_SYSTEM_CALL, request, 0);
        }
    }

    private static void call(Tcb caller) {
        Slot target = caller.lookup(caller.context.capability());
        if (target == null || target.isEmpty()) {
            caller.fail(KernelError.INVALID_CAPABILITY);
        } else if (target.type() != CapabilityType.ENDPOINT) {
            Invocations.invoke(caller, target);
        } else {
            sendTo(target, caller, Delivery.CALL);
        }
    }

    private static void send(Tcb caller) {
        Slot target = caller.lookup(caller.context.capability());
        if (target != null && target.type() == CapabilityType.REPLY) {
            reply(caller, target);
            return;
        }
        KernelError wrong = check(target, CapabilityType.ENDPOINT, Rights.WRITE);
        if (wrong != KernelError.NONE) {
            caller.fail(wrong);
        } else {
            sendTo(target, caller, Delivery.SEND);
        }
    }

    private static void sendTo(Slot target, Tcb caller, Delivery delivery) {
        KernelError wrong = target.rights().include(Rights.WRITE) ? Message.check(caller, target.rights()) : KernelError.MISSING_RIGHT;
        if (wrong != KernelError.NONE) {
            caller.fail(wrong);
        } else {
            ((Endpoint) target.object()).send(caller, target.badge(), delivery);
        }
    }

    /** Answers without receiving. A caller that is gone is not missed. */
    private static void reply(Tcb caller, Slot target) {
        Reply reply = (Reply) target.object();
        KernelError wrong = target.rights().include(Rights.WRITE) ? reply.check(caller, target.rights()) : KernelError.MISSING_RIGHT;
        if (wrong != KernelError.NONE) {
            caller.fail(wrong);
            return;
        }
        Tcb answered = reply.answer(caller);
        caller.succeed();
        if (answered != null) {
            if (caller.runsOn == answered.runsOn) {
                caller.returnLoan();
            }
            answered.processor().wake(answered);
        }
    }

    private static void receive(Tcb caller) {
        Slot source = caller.lookup(caller.context.capability());
        KernelError wrong = check(source, CapabilityType.ENDPOINT, Rights.READ);
        Reply reply = null;
        if (wrong == KernelError.NONE && caller.context.reply() != 0) {
            Slot slot = caller.lookup(caller.context.reply());
            wrong = checkReply(slot);
            if (wrong == KernelError.NONE) {
                reply = (Reply) slot.object();
                wrong = reply.isFree() ? KernelError.NONE : KernelError.OCCUPIED;
            }
        }
        if (wrong != KernelError.NONE) {
            caller.fail(wrong);
        } else {
            ((Endpoint) source.object()).receive(caller, reply);
        }
    }

    /** The answered caller is woken last: it then runs at once if the server has to wait. */
    private static void replyReceive(Tcb caller) {
        Slot source = caller.lookup(caller.context.capability());
        KernelError wrong = check(source, CapabilityType.ENDPOINT, Rights.READ);
        Slot slot = caller.lookup(caller.context.reply());
        if (wrong == KernelError.NONE) {
            wrong = checkReply(slot);
        }
        if (wrong != KernelError.NONE) {
            caller.fail(wrong);
            return;
        }
        Reply reply = (Reply) slot.object();
        if (reply.caller() != null) {
            wrong = reply.check(caller, slot.rights());
        } else if (!reply.isFree()) {
            wrong = KernelError.OCCUPIED;
        }
        if (wrong != KernelError.NONE) {
            caller.fail(wrong);
            return;
        }
        Tcb answered = reply.answer(caller);
        ((Endpoint) source.object()).receive(caller, reply);
        if (answered != null) {
            answered.processor().wake(answered);
        }
    }

    private void signal(Tcb caller) {
        Slot target = caller.lookup(caller.context.capability());
        KernelError wrong = check(target, CapabilityType.NOTIFICATION, Rights.WRITE);
        if (wrong != KernelError.NONE) {
            caller.fail(wrong);
        } else {
            caller.succeed();
            processor.dispatch(((Notification) target.object()).signal(target.badge()));
        }
    }

    private static void await(Tcb caller) {
        Slot source = caller.lookup(caller.context.capability());
        KernelError wrong = check(source, CapabilityType.NOTIFICATION, Rights.READ);
        if (wrong != KernelError.NONE) {
            caller.fail(wrong);
        } else {
            ((Notification) source.object()).await(caller);
        }
    }

    private static void poll(Tcb caller) {
        Slot source = caller.lookup(caller.context.capability());
        KernelError wrong = check(source, CapabilityType.NOTIFICATION, Rights.READ);
        if (wrong != KernelError.NONE) {
            caller.fail(wrong);
        } else {
            caller.receiveSignal(((Notification) source.object()).take());
        }
    }

    private static KernelError checkReply(Slot slot) {
        if (slot == null || slot.type() != CapabilityType.REPLY) {
            return KernelError.FAILED_LOOKUP;
        }
        return slot.rights().include(Rights.WRITE) ? KernelError.NONE : KernelError.MISSING_RIGHT;
    }

    private static KernelError check(Slot slot, CapabilityType type, Rights needed) {
        if (slot == null || slot.isEmpty()) {
            return KernelError.INVALID_CAPABILITY;
        }
        if (slot.type() != type) {
            return KernelError.ILLEGAL_OPERATION;
        }
        return slot.rights().include(needed) ? KernelError.NONE : KernelError.MISSING_RIGHT;
    }
}
