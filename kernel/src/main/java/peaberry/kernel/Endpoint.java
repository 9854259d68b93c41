package peaberry.kernel;

import peaberry.abi.KernelError;
import peaberry.abi.ThreadState;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;

/**
 * A rendezvous between threads: a message passes only when a sender and a receiver are both present.
 *
 * <p>Invariant: the queue holds senders (SENDING, or FAULTED), or receivers (RECEIVING), or nobody; never both. Every
 * operation is O(1).
 */
@Footprint(128)
final class Endpoint extends KernelObject {

    @Embedded
    final ThreadQueue waiting = new ThreadQueue();

    /** Hands the sender's message to the receiver that waits longest, or queues the sender. The message is checked. */
    void send(Tcb sender, long badge, Delivery delivery) {
        Tcb receiver = waiting.first();
        if (receiver == null || receiver.state != ThreadState.RECEIVING) {
            sender.state = delivery == Delivery.FAULT ? ThreadState.FAULTED : ThreadState.SENDING;
            sender.delivery = delivery;
            sender.sendBadge = badge;
            waiting.append(sender);
            return;
        }
        waiting.remove(receiver);
        Reply reply = receiver.receivesWith;
        receiver.receivesWith = null;
        deliver(sender, receiver, badge, delivery);
        settle(sender, receiver, reply, delivery);
        receiver.processor().wake(receiver);
    }

    /**
     * Takes a pending signal of the receiver's bound notification, or the message of the sender that waits longest, or
     * queues the receiver.
     *
     * @param reply holds nobody and is waited with by nobody; null if calls are not to be answered: they are aborted then
     */
    void receive(Tcb receiver, Reply reply) {
        if (receiver.isBorrower()) {
            receiver.runsOn.takeBack(receiver);
        }
        Notification bound = receiver.bound;
        if (bound != null && bound.isSignalled()) {
            receiver.receiveSignal(bound.take());
            receiver.processor().reassess(receiver);
            return;
        }
        if (reply != null) {
            reply.serve(receiver);
        }
        Tcb sender = waiting.first();
        if (sender == null || sender.state == ThreadState.RECEIVING) {
            receiver.state = ThreadState.RECEIVING;
            receiver.receivesWith = reply;
            waiting.append(receiver);
            return;
        }
        waiting.remove(sender);
        deliver(sender, receiver, sender.sendBadge, sender.delivery);
        settle(sender, receiver, reply, sender.delivery);
        receiver.processor().reassess(receiver);
    }

    /** Ends the waiting of one thread; the endpoint is being destroyed. @return whether one waited */
    boolean abortFirst() {
        Tcb thread = waiting.first();
        if (thread == null) {
            return false;
        }
        waiting.remove(thread);
        thread.receivesWith = null;
        thread.abort();
        return true;
    }

    private static void deliver(Tcb sender, Tcb receiver, long badge, Delivery delivery) {
        if (delivery == Delivery.FAULT) {
            Message.copyFault(sender, receiver, badge);
        } else {
            Message.copy(sender, receiver, badge);
        }
    }

    /** What becomes of the sender, running or waiting until now, whose message was taken: a caller lends its scheduling context. */
    private static void settle(Tcb sender, Tcb receiver, Reply reply, Delivery delivery) {
        if (delivery != Delivery.SEND && reply != null) {
            sender.state = delivery == Delivery.FAULT ? ThreadState.FAULTED : ThreadState.AWAITING_REPLY;
            reply.hold(sender);
            if (sender.runsOn != null) {
                receiver.borrow(sender.runsOn);
            }
            return;
        }
        switch (delivery) {
            case SEND -> sender.succeed();
            case CALL -> sender.fail(KernelError.ABORTED);
            case FAULT -> {
                sender.state = ThreadState.FAULTED;
                return;
            }
        }
        if (sender.state != ThreadState.RUNNING) {
            sender.processor().wake(sender);
        }
    }
}
