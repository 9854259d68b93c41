package peaberry.kernel;

import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.kernel.arch.UserContext;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;

/**
 * A thread: its registers, its own capabilities, and what it waits for.
 *
 * <p>Invariant: a thread is in a queue exactly in the states READY (of its processor), SENDING, RECEIVING, WAITING, and
 * FAULTED while its fault message waits for a receiver. A reply names it as caller exactly while {@link #heldBy} names
 * that reply. A thread that is neither INACTIVE nor FAULTED has an address space.
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

    ThreadState state = ThreadState.INACTIVE;
    /** Processor time used, in ticks, up to when the thread last got the processor. */
    long ticks;

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

    /** Tells a new thread where it will run. */
    void settleOn(Processor home) {
        processor = home;
        space.runs = this;
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

    /** The slot with this index in the thread's CNode, perhaps an empty one; null if there is none. */
    Slot lookup(long index) {
        KernelObject table = node.object();
        return table == null ? null : ((CNode) table).slot(index);
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
        context.setWord(0, progress);
        context.setTag(Tag.failure(KernelError.INTERRUPTED, 1).bits());
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

    /** Stops the thread. A system call that waits ends with ABORTED, should the thread be resumed. */
    void suspend() {
        switch (state) {
            case SENDING, RECEIVING, AWAITING_REPLY, WAITING -> fail(KernelError.ABORTED);
            default -> { }
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

    /** Leaves whatever queue or reply the thread is in. */
    private void leave() {
        if (state == ThreadState.READY) {
            processor.withdraw(this);
        } else if (queue != null) {
            queue.remove(this);
        }
        receivesWith = null;
        if (heldBy != null) {
            heldBy.release();
        }
    }
}
