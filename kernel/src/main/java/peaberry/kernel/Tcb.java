package peaberry.kernel;

import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.kernel.arch.UserContext;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;

/**
 * A thread: its registers, its own capabilities, and what it waits for.
 *
 * <p>Invariant: a thread is in a queue exactly in the states READY (of a partition), DEPLETED (of its scheduling context),
 * SENDING, RECEIVING, WAITING, and FAULTED while its fault message waits for a receiver. A reply names it as caller exactly
 * while {@link #heldBy} names that reply. A thread that is neither INACTIVE nor FAULTED has an address space. One that is
 * READY, RUNNING or DEPLETED runs on a scheduling context; a PASSIVE one would, if it had one.
 */
@Footprint(2048)
final class Tcb extends KernelObject {

    @Embedded
    final UserContext context = new UserContext();
    /** The thread's CNode, in which its system calls look up capabilities. */
    @Embedded
    final Slot node = new Slot();
    @Embedded
    final Slot space = new Slot();
    /** The frame with words 6 and up of messages, or empty. */
    @Embedded
    final Slot buffer = new Slot();
    @Embedded
    final Slot faultEndpoint = new Slot();
    /** The endpoint that hears when the budget is used up; empty if the thread just waits then. */
    @Embedded
    final Slot timeoutHandler = new Slot();
    /** Ends the thread's waiting, while set. */
    @Embedded
    final Alarm timeout = new Alarm();

    private CNode table = CNode.NONE;

    ThreadState state = ThreadState.INACTIVE;

    /** The thread's own scheduling context, or null. */
    SchedContext home;
    /** The one that it runs on: its own, or one that a caller lent; null if there is none. */
    SchedContext runsOn;
    /** The neighbours among the borrowers of a scheduling context. Only {@link SchedContext} writes these. */
    Tcb nextBorrower;
    Tcb previousBorrower;

    /** The queue that this thread is in, or null, and its neighbours. Only {@link ThreadQueue} writes these. */
    ThreadQueue queue;
    Tcb nextInQueue;
    Tcb previousInQueue;

    /** While queued at an endpoint to send: how, and with which badge. */
    Delivery delivery = Delivery.SEND;
    long sendBadge;
    /** While receiving: what will hold the caller; null if calls cannot be answered. */
    Reply receivesWith;
    /** The reply that holds this thread as caller, or null. */
    Reply heldBy;
    /** The replies with which this thread last received: first of the list that {@link Reply} keeps. */
    Reply replies;
    /** The notification whose signals end this thread's receiving, or null. */
    Notification bound;

    /** The fault that stopped the thread, in state FAULTED. */
    FaultKind fault = FaultKind.PAGE_FAULT;
    long faultDetail;
    long faultCode;

    private Processor processor;
    private int priority;
    private int maximumPriority;

    /** Tells a new thread where it will run. */
    void settleOn(Processor where) {
        processor = where;
        space.runs = this;
        timeout.settle(this);
    }

    Processor processor() {
        return processor;
    }

    /** 0 to 255; the higher runs first. */
    int priority() {
        return priority;
    }

    /** @param level 0 to 255 */
    void setPriority(int level) {
        if (state == ThreadState.READY) {
            processor.withdraw(this);
            priority = level;
            processor.wake(this);
        } else {
            priority = level;
        }
    }

    /** The highest priority that this thread may give to a thread, itself included; 0 to 255. */
    int maximumPriority() {
        return maximumPriority;
    }

    void setMaximumPriority(int level) {
        maximumPriority = level;
    }

    /** What {@link #node} named, without a guard, when {@link #lookup} last looked; of no account if it names something else now. */
    CNode table() {
        return table;
    }

    /** {@link #node} is about to be filled anew. */
    void forgetTable() {
        table = CNode.NONE;
    }

    /** The slot at an address in the thread's CNode, see {@link CapabilityAddress}, perhaps an empty one; null if there is none. */
    Slot lookup(long address) {
        if (node.isEmpty()) {
            return null;
        }
        CNode root = (CNode) node.object();
        if (node.badge() != 0 || Long.compareUnsigned(address, root.slots()) >= 0) {
            return CapabilityAddress.resolve(node, address, Rights.NONE);
        }
        table = root;
        return root.slot(address);
    }

    /** The same, if all CNodes on the way to the slot may be read, or written to. */
    Slot lookup(long address, Rights needed) {
        return node.isEmpty() ? null : CapabilityAddress.resolve(node, address, needed);
    }

    /** Ends a system call: done. */
    void succeed() {
        context.setTag(0);
        context.setBadge(0);
    }

    /** Ends a system call: refused. */
    void fail(KernelError error) {
        context.setTag(Tag.failure(error, 0).bits());
        context.setBadge(0);
    }

    /** Ends a system call: here is a signal. */
    void receiveSignal(long badge) {
        context.setTag(0);
        context.setBadge(badge);
    }

    /** Adds words to the answer of an invocation that succeeds. */
    void answer(long word) {
        context.setWord(0, word);
        context.setTag(Tag.of(0, 1).bits());
    }

    /** Adds words to the answer of an invocation that succeeds. */
    void answer(long word0, long word1) {
        context.setWord(0, word0);
        context.setWord(1, word1);
        context.setTag(Tag.of(0, 2).bits());
    }

    /** Adds words to the answer of an invocation that succeeds. */
    void answer(long word0, long word1, long word2) {
        context.setWord(0, word0);
        context.setWord(1, word1);
        context.setWord(2, word2);
        context.setTag(Tag.of(0, 3).bits());
    }

    /** Ends a call of an operation that stopped between two steps. @param progress what word 0 says of how far it got */
    void interrupt(long progress) {
        stop(KernelError.INTERRUPTED, progress);
    }

    /** Ends a system call that stopped on its way. @param progress what word 0 says of how far it got */
    void stop(KernelError reason, long progress) {
        context.setWord(0, progress);
        context.setTag(Tag.failure(reason, 1).bits());
        context.setBadge(0);
    }

    /**
     * What this thread waited for is gone: its system call ends with ABORTED. A thread whose fault was being handled
     * stays stopped instead. It is in no queue and held by no reply.
     */
    void abort() {
        if (state != ThreadState.FAULTED) {
            fail(KernelError.ABORTED);
            processor.wake(this);
        }
    }

    /** The thread waited long enough. */
    void timeOut() {
        endWaiting();
        fail(KernelError.TIMED_OUT);
        processor.wake(this);
    }

    /** Leaves the queue of an endpoint or notification, or the reply that holds the thread. */
    void endWaiting() {
        if (queue != null) {
            queue.remove(this);
        }
        receivesWith = null;
        if (heldBy != null) {
            heldBy.abandon();
        }
    }

    /** Stops the thread. A system call that waits ends with ABORTED, should the thread be resumed. */
    void suspend() {
        if (isWaiting()) {
            fail(KernelError.ABORTED);
        }
        leave();
        state = ThreadState.INACTIVE;
    }

    /** Starts a stopped thread that has an address space; one that faulted tries its instruction again. */
    void resume() {
        if (state == ThreadState.INACTIVE || state == ThreadState.FAULTED) {
            leave();
            processor.wake(this);
        }
    }

    /** Whether the thread waits in a system call. */
    boolean isWaiting() {
        return switch (state) {
            case SENDING, RECEIVING, AWAITING_REPLY, WAITING -> true;
            default -> false;
        };
    }

    /** Whether the thread would run, if nobody were more urgent and there were time for it. */
    boolean isRunnable() {
        return switch (state) {
            case RUNNING, READY, DEPLETED, PASSIVE -> true;
            default -> false;
        };
    }

    /** Whether the thread runs on a scheduling context that a caller lent. */
    boolean isBorrower() {
        return runsOn != home;
    }

    /** Runs on this context from now on, which a caller lends. The thread is not runnable and borrows nothing yet. */
    void borrow(SchedContext context) {
        if (context == home) {
            runsOn = context;
        } else {
            context.lend(this);
        }
    }

    /** Goes back from a borrowed context to the thread's own one. */
    void returnLoan() {
        if (!isBorrower()) {
            return;
        }
        if (state == ThreadState.RUNNING) {
            runsOn.takeBack(this);
            processor.reassess(this);
            return;
        }
        boolean runnable = isRunnable();
        if (runnable) {
            processor.withdraw(this);
        }
        runsOn.takeBack(this);
        if (runnable) {
            processor.wake(this);
        }
    }

    /** Gets a scheduling context of its own; has none, and the context is nobody's. */
    void bind(SchedContext context) {
        if (runsOn == context) {
            context.takeBack(this);
        }
        context.bind(this);
        if (runsOn == null) {
            runsOn = context;
            if (state == ThreadState.PASSIVE) {
                processor.wake(this);
            }
        }
    }

    /** Has no scheduling context of its own any more. */
    void unbind() {
        SchedContext own = home;
        if (runsOn != own) {
            own.unbind();
            return;
        }
        boolean runnable = isRunnable();
        if (runnable) {
            processor.withdraw(this);
        }
        own.unbind();
        runsOn = null;
        if (runnable) {
            processor.wake(this);
        }
    }

    /** Leaves whatever queue or reply the thread is in. */
    private void leave() {
        if (isRunnable()) {
            processor.withdraw(this);
        } else {
            endWaiting();
        }
        processor.forget(this);
    }
}
