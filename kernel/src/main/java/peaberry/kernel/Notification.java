package peaberry.kernel;

import peaberry.abi.ThreadState;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;

/**
 * A word of signal bits: signalling adds the badge's bits and never waits; waiting takes all bits at once. A thread may
 * be bound to it, whose receiving on an endpoint a signal then ends too.
 *
 * <p>Invariant: while threads wait, nothing is pending. A notification and the thread bound to it name each other.
 */
@Footprint(128)
final class Notification extends KernelObject {

    @Embedded
    private final ThreadQueue waiting = new ThreadQueue();
    private Tcb bound;
    private long pending;
    private boolean signalled;

    boolean isSignalled() {
        return signalled;
    }

    /** The thread bound to this notification, or null. */
    Tcb bound() {
        return bound;
    }

    /**
     * Gives the signal to the thread that waits longest, or to the bound thread if it receives, or keeps it.
     *
     * @return the thread, which is to be woken; null if the signal was kept
     */
    Tcb signal(long badge) {
        Tcb thread = waiting.first();
        if (thread == null && bound != null && bound.state == ThreadState.RECEIVING) {
            thread = bound;
        }
        if (thread == null) {
            pending |= badge;
            signalled = true;
            return null;
        }
        thread.queue.remove(thread);
        thread.receivesWith = null;
        thread.receiveSignal(badge);
        return thread;
    }

    /** Takes the pending bits; 0 if there are none. */
    long take() {
        long bits = pending;
        pending = 0;
        signalled = false;
        return bits;
    }

    /** Takes the pending bits, or queues the running thread until there are some. */
    void await(Tcb thread) {
        if (signalled) {
            thread.receiveSignal(take());
        } else {
            thread.state = ThreadState.WAITING;
            waiting.append(thread);
        }
    }

    /** Binds this notification to a thread; neither is bound. */
    void bind(Tcb thread) {
        bound = thread;
        thread.bound = this;
    }

    /** Ends the binding, if there is one. */
    void unbind() {
        if (bound != null) {
            bound.bound = null;
            bound = null;
        }
    }

    /** Ends the binding and the waiting of one thread; the notification is being destroyed. @return whether one waited */
    boolean abortFirst() {
        unbind();
        Tcb thread = waiting.first();
        if (thread == null) {
            return false;
        }
        waiting.remove(thread);
        thread.abort();
        return true;
    }
}
