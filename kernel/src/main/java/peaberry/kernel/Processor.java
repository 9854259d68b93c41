package peaberry.kernel;

import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.ThreadState;
import peaberry.kernel.arch.Cpu;
import peaberry.kernel.arch.Timer;
import peaberry.machine.OutOfLine;

/**
 * One processor: which thread runs on it, on which scheduling context, in which time window.
 *
 * <p>Of the active partition the ready thread of the highest priority runs; among equals, each until its turn is over. A
 * wake-up only queues the thread (or lets it run at once when the processor is free), so an operation may wake several;
 * {@link #dispatch()} at the end of each trap that may have woken somebody decides. The clock is read only when the processor passes from one scheduling
 * context to another, and the timer is set anew only when something is due earlier than what it was set for.
 *
 * <p>Invariant: at most one thread is RUNNING, and it is {@code current}; {@code charged} is the context that it runs on,
 * and belongs to the active partition. All operations are O(1), but for those on alarms, which are O(log n).
 */
final class Processor {

    static final int PRIORITIES = RunQueues.PRIORITIES;
    private static final long NEVER = Cycle.NEVER;
    /** As many alarms, or threads found without budget, are dealt with before interrupts are let in again. */
    private static final int MOST_AT_ONCE = 8;

    final PciBuses buses = new PciBuses();
    final IoDomains domains = new IoDomains();
    final PreemptionPoint preemption = new PreemptionPoint();
    final Deletion deletion = new Deletion(this);
    final Arguments arguments = new Arguments();
    final LineHandler[] lineHandlers = new LineHandler[LineHandler.MAX_LINES];
    final MessageHandler[] messageHandlers = new MessageHandler[MessageHandler.MAX_MESSAGES];

    private final Alarms alarms = new Alarms();
    private final Cycle cycle = new Cycle();
    /** That of the open window, as far as it is followed: see {@link #followCycle}. */
    private Partition active = cycle.partition();

    private Tcb current;
    private SchedContext charged;
    /** Up to when {@code charged} has been charged. */
    private long since;
    /** What the timer is set for. */
    private long armed = NEVER;
    private boolean fastPath = true;
    /** The priorities of the ready threads; while there is no fast path, {@link #everybody}. */
    private PrioritySet urgent = active.occupied();
    private final PrioritySet everybody = new PrioritySet();

    Processor() {
        everybody.add(PRIORITIES - 1);
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

    /** The partition whose window it is. */
    Partition active() {
        return active;
    }

    /**
     * Makes a thread ready that is in no queue, or has it wait for what it lacks: a scheduling context, or budget. It runs
     * at once if the processor is free and nobody else is as urgent.
     */
    void wake(Tcb thread) {
        if (thread.timeout.set) {
            alarms.clear(thread.timeout);
        }
        SchedContext context = thread.runsOn;
        if (context != null && context.isDepleted() && thread.isBorrower()) {
            context.takeBack(thread);
            context = thread.runsOn;
        }
        if (context == null) {
            thread.state = ThreadState.PASSIVE;
        } else if (context.isDepleted()) {
            awaitBudget(thread, context);
        } else if (context.partition() == active && thread.priority() > active.highest() && !isBusy()) {
            run(thread);
        } else {
            thread.state = ThreadState.READY;
            context.partition().append(thread);
        }
    }

    /** Stops a thread that is runnable. It is then in no queue. */
    void withdraw(Tcb thread) {
        if (thread.state == ThreadState.READY) {
            thread.runsOn.partition().withdraw(thread);
        } else if (thread.state == ThreadState.DEPLETED) {
            thread.queue.remove(thread);
        }
        thread.state = ThreadState.INACTIVE;
    }

    /** Lets the other ready threads of the running thread's priority go first; a more urgent one waits for {@link #dispatch()}. */
    void rotate() {
        Tcb running = current;
        int priority = running.priority();
        ThreadQueue equals = active.queues().at(priority);
        Tcb next = equals.first();
        if (next == null) {
            return;
        }
        equals.rotate(running);
        running.state = ThreadState.READY;
        if (next.runsOn.budget().isUsedUp()) {
            wake(next);
            reconsider();
        } else {
            run(next);
        }
    }

    /** What the timer was set for may have come: the end of a budget, of a window, of somebody's patience. */
    void expire() {
        armed = NEVER;
        long now = Ticks.now();
        settle(now);
        ring(now);
        if (cycle.advance(now)) {
            followCycle(now);
        }
        if (isBusy() && charged.budget().left() <= 0) {
            exhaust(current, charged);
        }
        reconsider();
        arm(due(), now);
        if (isBusy()) {
            limitTurn(charged);
        }
    }

    /**
     * Wakes a thread, if one is given, and decides who runs: as {@link #wake} and {@link #dispatch()} do, but a thread that
     * is more urgent than all others gets the processor without queueing for it.
     */
    void dispatch(Tcb woken) {
        if (woken == null) {
            dispatch();
        } else if (isNext(woken)) {
            preempt();
            run(woken);
        } else {
            wake(woken);
            dispatch();
        }
    }

    /** Whether a thread that is to be woken may run at once. */
    private boolean isNext(Tcb thread) {
        SchedContext context = thread.runsOn;
        return context != null && !context.isDepleted() && context.partition() == active && !thread.timeout.set
                && thread.priority() > active.highest() && !(isBusy() && current.priority() >= thread.priority());
    }

    /** Decides who runs when the kernel returns: mostly whoever runs already. */
    void dispatch() {
        Tcb running = current;
        if (running == null || running.state != ThreadState.RUNNING || active.highest() >= running.priority()) {
            reconsider();
        }
    }

    /** Lets a thread's waiting end with TIMED_OUT. @param ticks from now */
    void limitWaiting(Tcb thread, long ticks) {
        setAlarm(thread.timeout, Ticks.now() + ticks);
    }

    /** Ticks used on a context until now. */
    long consumed(SchedContext context) {
        return context == charged ? context.consumed() + Ticks.now() - since : context.consumed();
    }

    /** A thread more urgent than all of these may get the processor by {@link FastPath}. */
    PrioritySet urgent() {
        return urgent;
    }

    /** Lets messages pass by {@link FastPath}, as they do from the start, or only by the general path. */
    void openFastPath(boolean open) {
        fastPath = open;
        activate(active);
    }

    private void activate(Partition partition) {
        active = partition;
        urgent = fastPath ? partition.occupied() : everybody;
    }

    /** Brings what is known of the running thread's budget up to date, before it is changed or looked at. */
    void settle() {
        settle(Ticks.now());
    }

    /** A scheduling context is being destroyed. */
    void forget(SchedContext context) {
        alarms.clear(context.refill());
        if (charged == context) {
            charged = null;
        }
    }

    /** The partition of a ready thread is being destroyed: the thread has no time any more. */
    void strand(Tcb thread) {
        withdraw(thread);
        awaitBudget(thread, thread.runsOn);
    }

    /** A thread waits no more. */
    void forget(Tcb thread) {
        alarms.clear(thread.timeout);
    }

    /**
     * Puts a window, which is not in the cycle, into it.
     *
     * @param after the window that it follows; null for the last one
     */
    void addWindow(TimeWindow window, Partition partition, long ticks, TimeWindow after) {
        long now = Ticks.now();
        window.assign(partition, ticks);
        cycle.add(window, after, now);
        followCycle(now);
    }

    /** Takes a window out of the cycle, if it is there. If it is open, the next one opens. */
    void removeWindow(TimeWindow window) {
        if (!window.isInCycle()) {
            return;
        }
        long now = Ticks.now();
        cycle.remove(window, now);
        window.release();
        followCycle(now);
        if (current == null) {
            // Buried while nobody ran: there is no trap that ends and decides who does.
            arm(now, now);
        }
    }

    /** The running thread may run on another context than before, or on none: goes on, if there is time for it. */
    void reassess(Tcb thread) {
        SchedContext context = thread.runsOn;
        if (thread.state != ThreadState.RUNNING || context == charged) {
            return;
        }
        if (context != null && !context.isDepleted() && context.partition() == active) {
            run(thread);
        } else {
            withdraw(thread);
            wake(thread);
        }
    }

    private boolean isBusy() {
        return current != null && current.state == ThreadState.RUNNING;
    }

    /** The running thread, if there is one, cannot go on, or another may be at least as urgent. */
    private void reconsider() {
        if (isBusy()) {
            if (active.highest() == current.priority()) {
                limitTurn(charged);
                return;
            }
            putBack(current);
        }
        for (int tries = 0; tries < MOST_AT_ONCE; tries++) {
            Tcb next = active.takeFirst();
            if (next == null) {
                idle();
                return;
            }
            if (!next.runsOn.isDepleted()) {
                run(next);
                return;
            }
            wake(next);
            if (isBusy()) {
                return;
            }
        }
        idle();
        arm(0, 0);
    }

    private void preempt() {
        if (isBusy()) {
            putBack(current);
        }
    }

    /** The running thread is the next one of its priority to run. */
    private void putBack(Tcb running) {
        running.state = ThreadState.READY;
        running.runsOn.partition().prepend(running);
    }

    @OutOfLine
    private void run(Tcb thread) {
        thread.state = ThreadState.RUNNING;
        current = thread;
        SchedContext context = thread.runsOn;
        if (context != charged) {
            charge(context);
        }
        limitTurn(context);
        VSpace.run(thread);
    }

    /** What a thread does in the place of another that lent it its scheduling context: nothing else changes. */
    void runLent(Tcb thread) {
        thread.state = ThreadState.RUNNING;
        current = thread;
        VSpace.run(thread);
    }

    /** Nobody runs, unless what is still to be destroyed wakes somebody. */
    private void idle() {
        current = null;
        stopCharging(Ticks.now());
        charged = null;
        Cpu.idle();
        deletion.bury();
        if (isBusy()) {
            // The first who woke runs, and a more urgent one may have followed.
            arm(0, 0);
        }
    }

    /** From now on time counts for this context. */
    private void charge(SchedContext next) {
        long now = Ticks.now();
        stopCharging(now);
        charged = next;
        next.budget().resume(now);
    }

    private void stopCharging(long now) {
        if (charged != null) {
            charged.charge(since, now);
        }
        since = now;
    }

    /** The running thread stops when its budget is used up, or its turn is over and another waits for its own. */
    private void limitTurn(SchedContext context) {
        long end = since + context.budget().left();
        if (end < armed) {
            limitTurn(context, end);
        }
    }

    @OutOfLine
    private void limitTurn(SchedContext context, long end) {
        if (!context.budget().isUnlimited() || active.highest() == current.priority()) {
            arm(end, Ticks.now());
        }
    }

    private void settle(long now) {
        stopCharging(now);
        if (charged != null) {
            charged.budget().refill(now);
        }
    }

    private void awaitBudget(Tcb thread, SchedContext context) {
        thread.state = ThreadState.DEPLETED;
        context.waiting().append(thread);
        if (!context.refill().set && context.budget().isRefillPending()) {
            setAlarm(context.refill(), context.budget().nextRefill());
        }
    }

    /** The budget that the running thread runs on is used up. */
    private void exhaust(Tcb thread, SchedContext context) {
        if (context.budget().isUnlimited()) {
            context.budget().startTurn();
            rotate();
        } else if (thread.isBorrower()) {
            endCall(context.bound());
            thread.returnLoan();
            if (thread.state == ThreadState.PASSIVE && !thread.timeoutHandler.isEmpty()) {
                Faults.raise(thread, thread.timeoutHandler, FaultKind.BUDGET_EXHAUSTED, consumed(context), 0);
            }
        } else if (thread.timeoutHandler.isEmpty()) {
            awaitBudget(thread, context);
        } else {
            Faults.raise(thread, thread.timeoutHandler, FaultKind.BUDGET_EXHAUSTED, consumed(context), 0);
        }
    }

    /** Whoever lent a context that is used up hears that its call comes to nothing. */
    private void endCall(Tcb client) {
        if (client != null && client.state == ThreadState.AWAITING_REPLY) {
            client.endWaiting();
            client.fail(KernelError.BUDGET_EXHAUSTED);
            wake(client);
        }
    }

    private void ring(long now) {
        for (int rung = 0; rung < MOST_AT_ONCE; rung++) {
            Alarm alarm = alarms.first();
            if (alarm == null || alarm.time > now) {
                return;
            }
            alarms.clear(alarm);
            switch (alarm.owner()) {
                case Tcb thread -> thread.timeOut();
                case SchedContext context -> refill(context, now);
                default -> { }
            }
        }
    }

    /** Lets one thread go on that waited for this budget; the others follow by and by. */
    private void refill(SchedContext context, long now) {
        Budget budget = context.budget();
        budget.refill(now);
        Tcb thread = context.waiting().first();
        if (thread != null && !context.isDepleted()) {
            context.waiting().remove(thread);
            wake(thread);
        }
        if (!context.waiting().isEmpty()) {
            if (!context.isDepleted()) {
                setAlarm(context.refill(), now);
            } else if (budget.isRefillPending()) {
                setAlarm(context.refill(), budget.nextRefill());
            }
        }
    }

    /** Budget was given to a context: who waited for some goes on, at the next occasion. */
    void refilled(SchedContext context) {
        if (!context.waiting().isEmpty() && !context.isDepleted()) {
            setAlarm(context.refill(), Ticks.now());
        }
    }

    /** The partition whose window is open is active; whoever runs in another one stops. */
    private void followCycle(long now) {
        if (active != cycle.partition()) {
            preempt();
            activate(cycle.partition());
        }
        arm(cycle.end(), now);
    }

    private void setAlarm(Alarm alarm, long time) {
        alarms.set(alarm, time);
        arm(time, Ticks.now());
    }

    private long due() {
        long due = cycle.end();
        if (alarms.first() != null) {
            due = Math.min(due, alarms.first().time);
        }
        return due;
    }

    private void arm(long time, long now) {
        if (time < armed) {
            armed = time;
            Timer.arm(time - now);
        }
    }
}
