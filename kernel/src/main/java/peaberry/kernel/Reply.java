package peaberry.kernel;

import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.ThreadState;
import peaberry.machine.Footprint;

/**
 * The right to answer one caller. A server names a reply when it receives; the reply then holds the caller until the
 * caller is answered, in whatever order the server likes. If the reply or its server is destroyed, the caller is told.
 *
 * <p>Invariant: a reply with a server is in that thread's list {@link Tcb#replies}; a held caller's
 * {@link Tcb#heldBy} is this reply.
 */
@Footprint(128)
final class Reply extends KernelObject {

    private Tcb caller;
    private Tcb server;
    private Reply nextOfServer;
    private Reply previousOfServer;

    /** Whether a thread may receive with this reply: it holds nobody, and no other thread waits with it. */
    boolean isFree() {
        return caller == null && !isAwaited();
    }

    /** The thread that waits for an answer, or null. */
    Tcb caller() {
        return caller;
    }

    /** The thread that last received with this reply, or null. */
    Tcb server() {
        return server;
    }

    /** The next reply of the same server, or null. */
    Reply nextOfServer() {
        return nextOfServer;
    }

    /** Makes {@code thread} the one whose death matters to the caller. */
    void serve(Tcb thread) {
        if (server == thread) {
            return;
        }
        leaveServer();
        server = thread;
        nextOfServer = thread.replies;
        if (nextOfServer != null) {
            nextOfServer.previousOfServer = this;
        }
        thread.replies = this;
    }

    /** Holds a caller, while holding nobody. */
    void hold(Tcb thread) {
        caller = thread;
        thread.heldBy = this;
    }

    /** The caller waits no more; what it lent is given back. */
    void abandon() {
        Tcb lender = caller;
        release();
        if (lender != null && server != null && server.runsOn == lender.runsOn) {
            server.returnLoan();
        }
    }

    /** Lets go of the caller, if there is one, without an answer. */
    void release() {
        if (caller != null) {
            caller.heldBy = null;
            caller = null;
        }
    }

    /**
     * Whether the message in the registers of {@code from} is a possible answer to the caller, if there is one.
     *
     * @param channel what the capability of this reply allows
     */
    KernelError check(Tcb from, Rights channel) {
        KernelError wrong = Message.check(from, channel);
        return wrong == KernelError.NONE && caller != null && caller.state == ThreadState.FAULTED ? Faults.checkAnswer(from) : wrong;
    }

    /**
     * Copies the message of {@code from}, which is checked, to the caller. A caller that faulted gets no message: its
     * registers stay as they were, but for {@link Faults#answer where it goes on}.
     *
     * @return the caller, which is to be woken; null if there was none
     */
    Tcb answer(Tcb from) {
        Tcb answered = caller;
        if (answered != null) {
            release();
            if (answered.state == ThreadState.FAULTED) {
                Faults.answer(from, answered);
            } else {
                Message.copy(from, answered, 0);
            }
        }
        return answered;
    }

    /**
     * Ends the caller's waiting and lets go of the server; either is being destroyed.
     *
     * @return whether there was one or the other
     */
    boolean abort() {
        Tcb aborted = caller;
        boolean used = aborted != null || server != null;
        abandon();
        if (isAwaited()) {
            server.queue.remove(server);
            server.receivesWith = null;
            server.abort();
        }
        leaveServer();
        if (aborted != null) {
            aborted.abort();
        }
        return used;
    }

    private boolean isAwaited() {
        return server != null && server.receivesWith == this;
    }

    private void leaveServer() {
        if (server == null) {
            return;
        }
        if (previousOfServer == null) {
            server.replies = nextOfServer;
        } else {
            previousOfServer.nextOfServer = nextOfServer;
        }
        if (nextOfServer != null) {
            nextOfServer.previousOfServer = previousOfServer;
        }
        nextOfServer = null;
        previousOfServer = null;
        server = null;
    }
}
