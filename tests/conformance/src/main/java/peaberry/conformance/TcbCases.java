package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.runtime.Message;

/** Threads: what they run with, their life and their states. */
final class TcbCases {

    private static final String OBJECT = "Tcb";
    private static final int SUITE_PRIORITY = 150;

    static final Case[] ALL = {
        new Case(OBJECT, "configureRefusesARunningThread", TcbCases::configureRefusesARunningThread),
        new Case(OBJECT, "configureRefusesAPriorityAboveTheCallers", TcbCases::configureRefusesAPriorityAboveTheCallers),
        new Case(OBJECT, "configureRefusesANegativePriority", TcbCases::configureRefusesANegativePriority),
        new Case(OBJECT, "configureRefusesABufferOutsideOfUserMemory", TcbCases::configureRefusesABufferOutsideOfUserMemory),
        new Case(OBJECT, "configureRefusesABufferThatIsNotAligned", TcbCases::configureRefusesABufferThatIsNotAligned),
        new Case(OBJECT, "configureAgainReplacesEverything", TcbCases::configureAgainReplacesEverything),
        new Case(OBJECT, "writeRegistersRefusesARunningThread", TcbCases::writeRegistersRefusesARunningThread),
        new Case(OBJECT, "writeRegistersRefusesAnInstructionOfTheKernel", TcbCases::writeRegistersRefusesAnInstructionOfTheKernel),
        new Case(OBJECT, "writeRegistersRefusesAStackOfTheKernel", TcbCases::writeRegistersRefusesAStackOfTheKernel),
        new Case(OBJECT, "resumeNeedsAnAddressSpace", TcbCases::resumeNeedsAnAddressSpace),
        new Case(OBJECT, "resumeOfAWaitingThreadIsNothing", TcbCases::resumeOfAWaitingThreadIsNothing),
        new Case(OBJECT, "suspendAbortsASend", TcbCases::suspendAbortsASend),
        new Case(OBJECT, "suspendAbortsAReceive", TcbCases::suspendAbortsAReceive),
        new Case(OBJECT, "suspendAbortsACall", TcbCases::suspendAbortsACall),
        new Case(OBJECT, "suspendAbortsAWait", TcbCases::suspendAbortsAWait),
        new Case(OBJECT, "suspendOfASuspendedThreadIsNothing", TcbCases::suspendOfASuspendedThreadIsNothing),
        new Case(OBJECT, "aThreadCanSuspendItself", TcbCases::aThreadCanSuspendItself),
        new Case(OBJECT, "aReadyThreadCanBeSuspended", TcbCases::aReadyThreadCanBeSuspended),
        new Case(OBJECT, "setPriorityRefusesOneAboveTheCallers", TcbCases::setPriorityRefusesOneAboveTheCallers),
        new Case(OBJECT, "setPriorityRefusesANegativeOne", TcbCases::setPriorityRefusesANegativeOne),
        new Case(OBJECT, "setPriorityIsSeenByUsage", TcbCases::setPriorityIsSeenByUsage),
        new Case(OBJECT, "usageTellsThatANewThreadIsInactive", TcbCases::usageTellsThatANewThreadIsInactive),
        new Case(OBJECT, "usageTellsThatTheCallerRuns", TcbCases::usageTellsThatTheCallerRuns),
        new Case(OBJECT, "usageTellsThatAThreadIsReady", TcbCases::usageTellsThatAThreadIsReady),
        new Case(OBJECT, "usageCountsTheTimeOfAThread", TcbCases::usageCountsTheTimeOfAThread),
        new Case(OBJECT, "aDeletedThreadRunsNoMore", TcbCases::aDeletedThreadRunsNoMore),
        new Case(OBJECT, "aThreadCanDeleteItself", TcbCases::aThreadCanDeleteItself),
        new Case(OBJECT, "aThreadOutlivesTheTableThatItUses", TcbCases::aThreadOutlivesTheTableThatItUses),
        new Case(OBJECT, "aThreadFindsCapabilitiesInItsOwnTable", TcbCases::aThreadFindsCapabilitiesInItsOwnTable),
        new Case(OBJECT, "aBufferOutlivesItsFramesOtherCapability", TcbCases::aBufferOutlivesItsFramesOtherCapability),
    };

    private TcbCases() {
    }

    private static KernelError setPriority(Actor actor, long priority) {
        return Kernel.call(actor.thread(), Invocation.TCB_SET_PRIORITY, priority);
    }

    private static KernelError writeRegisters(int thread, long instructionPointer, long stackPointer) {
        return Kernel.call(thread, Invocation.TCB_WRITE_REGISTERS, instructionPointer, stackPointer, 0);
    }

    /** An actor that waits for a signal in its step 0. */
    private static Actor waiter() {
        Actor actor = Actor.alone();
        actor.await(Fresh.notification());
        actor.start();
        Actor.letAllRun();
        return actor;
    }

    private static void configureRefusesARunningThread() {
        Check.error(KernelError.ILLEGAL_OPERATION, waiter().configure(Actor.PRIORITY), "configuring a thread that waits");
    }

    private static void configureRefusesAPriorityAboveTheCallers() {
        Check.error(KernelError.RANGE_ERROR, Actor.alone().configure(SUITE_PRIORITY + 1), "a priority above the suite's");
    }

    private static void configureRefusesANegativePriority() {
        Check.error(KernelError.RANGE_ERROR, Actor.alone().configure(-1), "a negative priority");
    }

    private static KernelError configureBuffer(long address) {
        return Kernel.call(Fresh.thread(), Invocation.TCB_CONFIGURE, Own.table(), Own.addressSpace(), Fresh.frame(), address,
                0, Actor.PRIORITY);
    }

    private static void configureRefusesABufferOutsideOfUserMemory() {
        Check.error(KernelError.RANGE_ERROR, configureBuffer(0), "a buffer in the lowest page");
        Check.error(KernelError.RANGE_ERROR, configureBuffer(UserLayout.LIMIT), "a buffer behind the last page");
        Check.error(KernelError.RANGE_ERROR, configureBuffer(-UserLayout.PAGE), "a buffer in the kernel's memory");
    }

    private static void configureRefusesABufferThatIsNotAligned() {
        Check.error(KernelError.ALIGNMENT_ERROR, configureBuffer(UserLayout.SCRATCH + Long.BYTES), "a buffer inside of a page");
    }

    private static void configureAgainReplacesEverything() {
        Actor actor = Actor.alone();
        int signal = actor.signal(Fresh.notification());
        Check.done(actor.withTable(Fresh.table(2)).configure(Actor.PRIORITY), "configuring with an empty table");
        actor.withTable(Own.table()).start();
        Actor.letAllRun();
        Check.error(KernelError.NONE, actor.error(signal), "a system call through the second table");
    }

    private static void writeRegistersRefusesARunningThread() {
        Check.error(KernelError.ILLEGAL_OPERATION, writeRegisters(waiter().thread(), UserLayout.PAGE, UserLayout.PAGE), "a thread that waits");
    }

    private static void writeRegistersRefusesAnInstructionOfTheKernel() {
        int thread = Fresh.thread();
        Check.error(KernelError.RANGE_ERROR, writeRegisters(thread, UserLayout.LIMIT, 0), "the first address that is none");
        Check.error(KernelError.RANGE_ERROR, writeRegisters(thread, -1, 0), "the last address of all");
    }

    private static void writeRegistersRefusesAStackOfTheKernel() {
        int thread = Fresh.thread();
        Check.error(KernelError.RANGE_ERROR, writeRegisters(thread, UserLayout.PAGE, UserLayout.LIMIT + 1), "a stack above the last page");
        Check.error(KernelError.RANGE_ERROR, writeRegisters(thread, UserLayout.PAGE, Long.MIN_VALUE), "a stack in the kernel's memory");
        Check.done(writeRegisters(thread, UserLayout.PAGE, UserLayout.LIMIT), "a stack that grows down from the last page");
    }

    private static void resumeNeedsAnAddressSpace() {
        Check.error(KernelError.FAILED_LOOKUP, Kernel.call(Fresh.thread(), Invocation.TCB_RESUME), "resuming a thread without one");
    }

    private static void resumeOfAWaitingThreadIsNothing() {
        Actor actor = waiter();
        Check.done(actor.resume(), "resuming it");
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often the wait returned");
        Check.state(ThreadState.WAITING, actor, "its state");
    }

    /** Suspends an actor that waits in its step 0, resumes it, and looks at what that step answered. */
    private static void suspendAborts(Actor actor, ThreadState waiting) {
        actor.start();
        Actor.letAllRun();
        Check.state(waiting, actor, "the state before");
        Check.done(actor.suspend(), "suspending");
        Check.state(ThreadState.INACTIVE, actor, "the state after");
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often the system call of the suspended thread returned");
        Check.done(actor.resume(), "resuming");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, actor.error(0), "the system call");
    }

    private static void suspendAbortsASend() {
        Actor actor = Actor.alone();
        actor.send(Fresh.endpoint(), 1, 0);
        suspendAborts(actor, ThreadState.SENDING);
    }

    private static void suspendAbortsAReceive() {
        Actor actor = Actor.alone();
        actor.receive(Fresh.endpoint(), Fresh.reply());
        suspendAborts(actor, ThreadState.RECEIVING);
    }

    private static void suspendAbortsACall() {
        int endpoint = Fresh.endpoint();
        Actor server = Actor.alone();
        server.receive(endpoint, Fresh.reply());
        server.start();
        Actor actor = Actor.alone();
        actor.call(endpoint, 1, 0);
        suspendAborts(actor, ThreadState.AWAITING_REPLY);
    }

    private static void suspendAbortsAWait() {
        Actor actor = Actor.alone();
        actor.await(Fresh.notification());
        suspendAborts(actor, ThreadState.WAITING);
    }

    private static void suspendOfASuspendedThreadIsNothing() {
        Actor actor = Actor.alone();
        Check.done(actor.suspend(), "suspending a new thread");
        Check.done(actor.suspend(), "suspending it again");
        Check.state(ThreadState.INACTIVE, actor, "its state");
    }

    private static void aThreadCanSuspendItself() {
        Actor actor = Actor.alone();
        int suspend = actor.call(actor.thread(), Invocation.TCB_SUSPEND, 0);
        actor.start();
        Actor.letAllRun();
        Check.state(ThreadState.INACTIVE, actor, "its state");
        Check.equal(0, actor.done(suspend), "how often the system call returned");
        Check.done(actor.resume(), "resuming it");
        Actor.letAllRun();
        Check.equal(1, actor.done(suspend), "how often the system call returned at last");
    }

    private static void aReadyThreadCanBeSuspended() {
        Actor actor = Actor.alone();
        int signal = actor.signal(Fresh.notification());
        actor.start();
        Check.done(actor.suspend(), "suspending it before it has run");
        Actor.letAllRun();
        Check.equal(0, actor.done(signal), "how often it made a system call");
    }

    private static void setPriorityRefusesOneAboveTheCallers() {
        Check.error(KernelError.RANGE_ERROR, setPriority(Actor.alone(), SUITE_PRIORITY + 1), "a priority above the suite's");
    }

    private static void setPriorityRefusesANegativeOne() {
        Check.error(KernelError.RANGE_ERROR, setPriority(Actor.alone(), -1), "a negative priority");
        Check.error(KernelError.RANGE_ERROR, setPriority(Actor.alone(), 1L << 32), "a priority whose low bits are one");
    }

    private static void setPriorityIsSeenByUsage() {
        Actor actor = Actor.alone();
        Check.done(setPriority(actor, 42), "setting it");
        Check.done(Kernel.call(actor.thread(), Invocation.TCB_USAGE), "asking");
        Check.equal(42, Message.word(1), "the priority");
    }

    private static void usageTellsThatANewThreadIsInactive() {
        Check.state(ThreadState.INACTIVE, Actor.alone(), "the state");
    }

    private static void usageTellsThatTheCallerRuns() {
        Check.done(Kernel.call(Own.thread(), Invocation.TCB_USAGE), "asking");
        Check.equal(ThreadState.RUNNING.ordinal(), Message.word(0), "the state");
        Check.equal(SUITE_PRIORITY, Message.word(1), "the priority");
    }

    private static void usageTellsThatAThreadIsReady() {
        Actor actor = Actor.alone();
        actor.signal(Fresh.notification());
        Check.state(ThreadState.READY, actor.start(), "the state before it has run");
    }

    private static void usageCountsTheTimeOfAThread() {
        Actor actor = waiter();
        Check.done(Kernel.call(actor.thread(), Invocation.TCB_USAGE), "asking");
        Check.that(Message.word(2) > 0, "that it has used some time");
    }

    private static void aDeletedThreadRunsNoMore() {
        int notification = Fresh.notification();
        Actor actor = Actor.alone();
        actor.signal(notification);
        actor.start();
        Check.done(Fresh.delete(actor.thread()), "deleting it before it has run");
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often it made a system call");
    }

    private static void aThreadCanDeleteItself() {
        Actor actor = Actor.alone();
        int delete = actor.call(Own.table(), Invocation.CNODE_DELETE, 1);
        actor.word(delete, 0, actor.thread()).start();
        Actor.letAllRun();
        Check.that(!Fresh.isThere(actor.thread()), "that it is gone");
        Check.equal(0, actor.done(delete), "how often the system call returned");
    }

    private static void aThreadOutlivesTheTableThatItUses() {
        int table = Fresh.table(4);
        int notification = Fresh.notification();
        Check.done(Kernel.call(table, Invocation.CNODE_COPY, 1, Own.table(), notification, 7), "filling its table");
        Actor actor = Actor.alone();
        actor.await(1);
        int signal = actor.signal(1);
        actor.withTable(table).start();
        Actor.letAllRun();
        Check.done(Fresh.delete(table), "deleting the suite's capability of the table");
        Notifier.signal(notification);
        Actor.letAllRun();
        Check.error(KernelError.NONE, actor.error(signal), "its next system call");
    }

    private static void aThreadFindsCapabilitiesInItsOwnTable() {
        int table = Fresh.table(4);
        int notification = Fresh.notification();
        Check.done(Kernel.call(table, Invocation.CNODE_COPY, 9, Own.table(), notification, 7), "filling its table");
        Actor actor = Actor.alone();
        int there = actor.signal(9);
        int elsewhere = actor.signal(notification);
        actor.withTable(table).start();
        Actor.letAllRun();
        Check.error(KernelError.NONE, actor.error(there), "a slot of its table");
        Check.error(KernelError.INVALID_CAPABILITY, actor.error(elsewhere), "a slot of another table");
    }

    private static void aBufferOutlivesItsFramesOtherCapability() {
        int endpoint = Fresh.endpoint();
        Actor sender = Actor.alone();
        sender.send(endpoint, 1, 7);
        sender.start();
        Check.done(Fresh.delete(sender.buffer()), "deleting the suite's capability of the buffer");
        Actor receiver = Actor.alone();
        receiver.receive(endpoint, 0);
        receiver.start();
        Actor.letAllRun();
        Check.equal(7, receiver.tag(0).length(), "the length of the message");
    }
}
