package peaberry.kernel;

import peaberry.abi.ThreadState;
import peaberry.kernel.arch.Cpu;
import peaberry.kernel.arch.Timer;

/**
 * One processor: which thread runs on it, and which are ready to.
 *
 * <p>The ready thread of the highest priority runs; among equals, each for a time slice in turn. A wake-up only queues
 * the thread (or lets it run at once when the processor is free), so an operation may wake several; {@link #dispatch}
 * at the end of each trap decides.
 *
 * <p>Invariant: {@code ready[p]} holds exactly the threads in state READY with priority p, bit p of {@code occupied} tells
 * whether there is one, {@code highest} is the greatest such p or -1. At most one thread is RUNNING, and it is
 * {@code current}. All operations are O(1).
 */
final class Processor {

    static final int PRIORITIES = 256;
    private static final int NOBODY = -1;
    private static final long SLICE_MICROSECONDS = 5_000;

    final PciBuses buses = new PciBuses();
    final PreemptionPoint preemption = new PreemptionPoint();
    final Deletion deletion = new Deletion(preemption, buses);
    final Arguments arguments = new Arguments();
    final LineHandler[] lineHandlers = new LineHandler[LineHandler.MAX_LINES];
    final MessageHandler[] messageHandlers = new MessageHandler[MessageHandler.MAX_MESSAGES];

    private final ThreadQueue[] ready = new ThreadQueue[PRIORITIES];
    private final long[] occupied = new long[PRIORITIES / Long.SIZE];
    private int highest = NOBODY;
    private Tcb current;
    /** When {@code current} got the processor. */
    private long since;
    private boolean sliceArmed;

    Processor() {
        for (int priority = 0; priority < PRIORITIES; priority++) {
            ready[priority] = new ThreadQueue();
        }
        for (int line = 0; line < lineHandlers.length; line++) {
            lineHandlers[line] = new LineHandler(line);
        }
        for (int number = 0; number < messageHandlers.length; number++) {
            messageHandlers[number] = new MessageHandler(number);
        }
    }

    /** The thread that made the trap which is being handled; null if the processor was idle. */
    Tcb current() {
        return current;
    }

    /** Makes a thread ready that is in no queue. It runs at once if the processor is free and nobody else is as urgent. */
    void wake(Tcb thread) {
        Tcb running = current;
        if (thread.priority() > highest && (running == null || running.state != ThreadState.RUNNING)) {
            run(thread);
        } else {
            thread.state = ThreadState.READY;
            ready[thread.priority()].append(thread);
            occupy(thread.priority());
        }
    }

    /** Takes a READY thread out of its queue. */
    void withdraw(Tcb thread) {
        int priority = thread.priority();
        ready[priority].remove(thread);
        if (ready[priority].isEmpty()) {
            vacate(priority);
        }
    }

    /** Lets the other threads of the running thread's priority go first. */
    void rotate() {
        Tcb running = current;
        if (running != null && running.state == ThreadState.RUNNING && highest == running.priority()) {
            running.state = ThreadState.READY;
            ready[highest].append(running);
        }
    }

    /** The armed time slice is over. */
    void endSlice() {
        sliceArmed = false;
        rotate();
    }

    /** Decides who runs when the kernel returns: mostly whoever runs already. */
    void dispatch() {
        Tcb running = current;
        if (running == null || running.state != ThreadState.RUNNING || highest >= running.priority()) {
            reconsider();
        }
    }

    /** The running thread, if there is one, cannot go on, or another is at least as urgent. */
    private void reconsider() {
        Tcb running = current;
        if (running != null && running.state == ThreadState.RUNNING) {
            int priority = running.priority();
            if (highest == priority) {
                if (!sliceArmed) {
                    armSlice();
                }
                return;
            }
            running.state = ThreadState.READY;
            ready[priority].prepend(running);
            occupy(priority);
        }
        if (highest == NOBODY) {
            idle();
        } else {
            Tcb next = ready[highest].first();
            withdraw(next);
            run(next);
        }
    }

    /** Ticks of processor time that the thread has used until now. */
    long ticksUsed(Tcb thread) {
        return thread == current ? thread.ticks + Ticks.now() - since : thread.ticks;
    }

    private void run(Tcb thread) {
        account();
        thread.state = ThreadState.RUNNING;
        current = thread;
        VSpace.run(thread);
        if (highest == thread.priority()) {
            armSlice();
        } else if (sliceArmed) {
            stopSlice();
        }
    }

    /** Nobody runs, unless what is still to be destroyed wakes somebody. */
    private void idle() {
        account();
        current = null;
        if (sliceArmed) {
            stopSlice();
        }
        Cpu.idle();
        deletion.bury();
    }

    private void account() {
        long now = Ticks.now();
        if (current != null) {
            current.ticks += now - since;
        }
        since = now;
    }

    private void armSlice() {
        sliceArmed = true;
        Timer.arm(SLICE_MICROSECONDS * Timer.ticksPerMicrosecond());
    }

    private void stopSlice() {
        sliceArmed = false;
        Timer.stop();
    }

    private void occupy(int priority) {
        occupied[priority >>> 6] |= 1L << priority;
        if (priority > highest) {
            highest = priority;
        }
    }

    private void vacate(int priority) {
        occupied[priority >>> 6] &= ~(1L << priority);
        if (priority != highest) {
            return;
        }
        highest = NOBODY;
        for (int group = occupied.length - 1; group >= 0; group--) {
            if (occupied[group] != 0) {
                highest = group * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(occupied[group]);
                return;
            }
        }
    }
}
