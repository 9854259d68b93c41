package peaberry.conformance;

import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;

/** Scheduling contexts: the time that a thread may use, lent with its calls, and who hears when it is used up. */
final class BudgetCases {

    private static final String OBJECT = "SchedContext";
    /** Microseconds. */
    private static final long BUDGET = 1_000;
    private static final long PERIOD = 10_000;
    private static final long LONG_PERIOD = 1_000_000_000;
    private static final long A_WHILE = 30_000;
    /** A budget that no host's pause uses up. */
    private static final long AMPLE = 50_000;
    private static final int BELOW = Actor.PRIORITY - 10;
    private static final int LABEL = 5;
    private static final int BADGE = 9;

    static final Case[] ALL = {
        new Case(OBJECT, "bindRefusesASecondThread", BudgetCases::bindRefusesASecondThread),
        new Case(OBJECT, "bindRefusesAThreadThatHasOne", BudgetCases::bindRefusesAThreadThatHasOne),
        new Case(OBJECT, "aThreadWithoutOneDoesNotRun", BudgetCases::aThreadWithoutOneDoesNotRun),
        new Case(OBJECT, "aThreadThatGetsOneGoesOn", BudgetCases::aThreadThatGetsOneGoesOn),
        new Case(OBJECT, "unbindStopsItsThread", BudgetCases::unbindStopsItsThread),
        new Case(OBJECT, "unbindOfNobodyIsNothing", BudgetCases::unbindOfNobodyIsNothing),
        new Case(OBJECT, "deletionStopsItsThread", BudgetCases::deletionStopsItsThread),
        new Case(OBJECT, "itsThreadCanBeDeleted", BudgetCases::itsThreadCanBeDeleted),
        new Case(OBJECT, "oneWithoutPartitionGivesNoTime", BudgetCases::oneWithoutPartitionGivesNoTime),
        new Case(OBJECT, "usageGrows", BudgetCases::usageGrows),
        new Case(OBJECT, "usageOfANewOneIsNothing", BudgetCases::usageOfANewOneIsNothing),
        new Case(OBJECT, "whoHasUsedItUpWaits", BudgetCases::whoHasUsedItUpWaits),
        new Case(OBJECT, "whoHasUsedItUpLetsTheLessUrgentRun", BudgetCases::whoHasUsedItUpLetsTheLessUrgentRun),
        new Case(OBJECT, "itComesBackInTheNextPeriod", BudgetCases::itComesBackInTheNextPeriod),
        new Case(OBJECT, "noMoreThanItIsUsed", BudgetCases::noMoreThanItIsUsed),
        new Case(OBJECT, "moreBudgetLetsWhoWaitsGoOn", BudgetCases::moreBudgetLetsWhoWaitsGoOn),
        new Case(OBJECT, "waitingUsesNone", BudgetCases::waitingUsesNone),
        new Case(OBJECT, "aSuspendedThreadThatHasUsedItUpStaysSuspended", BudgetCases::aSuspendedThreadThatHasUsedItUpStaysSuspended),
        new Case(OBJECT, "aCallLendsItToAServerWithoutOne", BudgetCases::aCallLendsItToAServerWithoutOne),
        new Case(OBJECT, "theServersWorkIsTheCallersTime", BudgetCases::theServersWorkIsTheCallersTime),
        new Case(OBJECT, "itIsLentOnWithCallsOfTheServer", BudgetCases::itIsLentOnWithCallsOfTheServer),
        new Case(OBJECT, "itReturnsWithTheAnswer", BudgetCases::itReturnsWithTheAnswer),
        new Case(OBJECT, "aSendDoesNotLendIt", BudgetCases::aSendDoesNotLendIt),
        new Case(OBJECT, "usingUpALentOneEndsTheCall", BudgetCases::usingUpALentOneEndsTheCall),
        new Case(OBJECT, "aServerGoesOnOnItsOwnWhenALentOneIsUsedUp", BudgetCases::aServerGoesOnOnItsOwn),
        new Case(OBJECT, "theTimeoutHandlerIsTold", BudgetCases::theTimeoutHandlerIsTold),
        new Case(OBJECT, "theTimeoutHandlerGivesMore", BudgetCases::theTimeoutHandlerGivesMore),
        new Case(OBJECT, "withoutTimeoutHandlerNobodyIsTold", BudgetCases::withoutTimeoutHandlerNobodyIsTold),
        new Case("Tcb", "setMaximumPriorityRefusesOneAboveTheCallers", BudgetCases::setMaximumPriorityRefusesOneAboveTheCallers),
        new Case("Tcb", "setMaximumPriorityRefusesANegativeOne", BudgetCases::setMaximumPriorityRefusesANegativeOne),
        new Case("Tcb", "aThreadGivesNoPriorityAboveItsMaximum", BudgetCases::aThreadGivesNoPriorityAboveItsMaximum),
        new Case("Tcb", "aNewThreadGivesNoPriority", BudgetCases::aNewThreadGivesNoPriority),
    };

    private BudgetCases() {
    }

    private static KernelError bind(int context, int thread) {
        return Kernel.call(context, Invocation.SCHED_CONTEXT_BIND, thread);
    }

    private static KernelError unbind(Actor actor) {
        return Kernel.call(actor.context(), Invocation.SCHED_CONTEXT_UNBIND);
    }

    private static long used(Actor actor) {
        Check.done(Kernel.call(actor.context(), Invocation.SCHED_CONTEXT_USAGE), "asking what was used");
        return Message.word(0);
    }

    private static Actor counter(long budget, long period) {
        Actor counter = Actor.alone();
        counter.count();
        Check.done(counter.giveTime(budget, period), "giving it time");
        return counter.start();
    }

    /** An actor that signals in its step 0. */
    private static Actor signaller() {
        Actor actor = Actor.alone();
        actor.signal(Fresh.notification());
        return actor;
    }

    private static void bindRefusesASecondThread() {
        Check.error(KernelError.OCCUPIED, bind(Actor.alone().context(), Fresh.thread()), "binding another thread");
    }

    private static void bindRefusesAThreadThatHasOne() {
        Check.error(KernelError.OCCUPIED, bind(Fresh.schedContext(), Actor.alone().thread()), "binding it to another one");
    }

    private static void aThreadWithoutOneDoesNotRun() {
        Actor actor = signaller();
        Check.done(unbind(actor), "taking its own away");
        actor.start();
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often it made a system call");
        Check.state(ThreadState.PASSIVE, actor, "its state");
    }

    private static void aThreadThatGetsOneGoesOn() {
        Actor actor = signaller();
        Check.done(unbind(actor), "taking its own away");
        actor.start();
        Actor.letAllRun();
        Check.done(bind(actor.context(), actor.thread()), "giving it back");
        Actor.letAllRun();
        Check.equal(1, actor.done(0), "how often it made a system call");
    }

    private static void unbindStopsItsThread() {
        Actor actor = signaller().start();
        Check.done(unbind(actor), "taking it away from a thread that is ready");
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often it made a system call");
    }

    private static void unbindOfNobodyIsNothing() {
        Check.done(Kernel.call(Fresh.schedContext(), Invocation.SCHED_CONTEXT_UNBIND), "taking it from nobody");
    }

    private static void deletionStopsItsThread() {
        Actor actor = signaller().start();
        Check.done(Fresh.delete(actor.context()), "deleting it");
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often it made a system call");
        Check.state(ThreadState.PASSIVE, actor, "its state");
    }

    private static void itsThreadCanBeDeleted() {
        Actor actor = signaller().start();
        Check.done(Fresh.delete(actor.thread()), "deleting the thread");
        Check.done(bind(actor.context(), Fresh.thread()), "binding it to another thread");
    }

    private static void oneWithoutPartitionGivesNoTime() {
        Actor actor = signaller();
        Check.done(unbind(actor), "taking its own away");
        Check.done(bind(Fresh.schedContext(), actor.thread()), "giving it a new one");
        actor.start();
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often it made a system call");
        Check.state(ThreadState.DEPLETED, actor, "its state");
    }

    private static void usageGrows() {
        Actor counter = counter(BUDGET, BUDGET);
        Actor.letTimePass(BUDGET);
        long before = used(counter);
        Actor.letTimePass(BUDGET);
        Check.that(before > 0 && used(counter) > before, "that its usage grows");
        counter.suspend();
    }

    private static void usageOfANewOneIsNothing() {
        Check.done(Kernel.call(Fresh.schedContext(), Invocation.SCHED_CONTEXT_USAGE), "asking what was used");
        Check.equal(0, Message.word(0), "ticks used");
    }

    private static void whoHasUsedItUpWaits() {
        Actor counter = counter(BUDGET, LONG_PERIOD);
        Actor.letAllRun();
        Check.state(ThreadState.DEPLETED, counter, "its state");
        long counted = counter.value(0);
        Actor.letTimePass(BUDGET);
        Check.that(counted > 0, "that it has counted");
        Check.equal(counted, counter.value(0), "what it counts");
    }

    private static void whoHasUsedItUpLetsTheLessUrgentRun() {
        counter(BUDGET, LONG_PERIOD);
        Actor slow = signaller().start(BELOW);
        Actor.letAllRun();
        Check.equal(1, slow.done(0), "how often the less urgent made a system call");
    }

    private static void itComesBackInTheNextPeriod() {
        Actor counter = counter(BUDGET, PERIOD);
        Actor.letTimePass(PERIOD / 2);
        long counted = counter.value(0);
        Actor.letTimePass(4 * PERIOD);
        Check.that(counter.value(0) > counted, "that it counts on");
        counter.suspend();
    }

    private static void noMoreThanItIsUsed() {
        Actor counter = counter(BUDGET, LONG_PERIOD);
        Actor.letAllRun();
        long used = used(counter);
        Actor.letTimePass(A_WHILE);
        Check.equal(used, used(counter), "ticks used");
    }

    private static void moreBudgetLetsWhoWaitsGoOn() {
        Actor counter = counter(BUDGET, LONG_PERIOD);
        Actor.letAllRun();
        long counted = counter.value(0);
        Check.done(counter.giveTime(BUDGET, LONG_PERIOD), "giving it time again");
        Actor.letAllRun();
        Check.that(counter.value(0) > counted, "that it counts on");
        Check.state(ThreadState.DEPLETED, counter, "its state afterwards");
    }

    private static void waitingUsesNone() {
        Actor actor = Actor.alone();
        int notification = Fresh.notification();
        actor.await(notification);
        int signal = actor.signal(notification);
        Check.done(actor.giveTime(AMPLE, LONG_PERIOD), "giving it time");
        actor.start();
        Actor.letAllRun();
        Actor.letTimePass(2 * AMPLE);
        Notifier.signal(notification);
        Actor.letAllRun();
        Check.equal(1, actor.done(signal), "how often its next system call returned");
    }

    private static void aSuspendedThreadThatHasUsedItUpStaysSuspended() {
        Actor counter = counter(BUDGET, PERIOD);
        Actor.letTimePass(PERIOD / 2);
        Check.done(counter.suspend(), "suspending it");
        long counted = counter.value(0);
        Actor.letTimePass(2 * PERIOD);
        Check.state(ThreadState.INACTIVE, counter, "its state");
        Check.equal(counted, counter.value(0), "what it counted");
    }

    // Lending.

    /** A server that takes a call on behalf of somebody, does a step if {@code work} is there, answers, and receives again. */
    private static Actor passiveServer(int endpoint, byte[] work) {
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        if (work != null) {
            server.execute(server.install(work));
        }
        server.replyReceive(endpoint, reply, LABEL + 1, 0);
        server.start();
        Actor.letAllRun();
        Check.done(unbind(server), "taking the server's own away");
        return server;
    }

    private static Actor client(int endpoint) {
        Actor client = Actor.alone();
        client.call(endpoint, LABEL, 0);
        return client;
    }

    private static void aCallLendsItToAServerWithoutOne() {
        int endpoint = Fresh.endpoint();
        Actor server = passiveServer(endpoint, null);
        Actor client = client(endpoint).start();
        Actor.letAllRun();
        Check.equal(LABEL + 1, client.tag(0).label(), "the answer");
        Check.state(ThreadState.RECEIVING, server, "the server's state");
    }

    /** Takes some milliseconds: {@code mov $10000000, %ecx; again: dec %ecx; jnz again; ret}. */
    private static final byte[] WORK = MachineCode.of("B9 80 96 98 00 FF C9 75 FC C3");
    /** {@code again: jmp again}. */
    private static final byte[] ENDLESS_WORK = MachineCode.of("EB FE");

    private static void theServersWorkIsTheCallersTime() {
        int endpoint = Fresh.endpoint();
        Actor server = passiveServer(endpoint, WORK);
        long before = used(server);
        Actor client = client(endpoint).start();
        Actor.letAllRun();
        Check.equal(1, client.done(0), "how often the call returned");
        Check.equal(before, used(server), "what the server used of its own");
        Actor idle = client(Fresh.endpoint()).start();
        Actor.letAllRun();
        Check.that(used(client) > 2 * used(idle), "that the caller used more than one that did not get the work done");
    }

    private static void itIsLentOnWithCallsOfTheServer() {
        int front = Fresh.endpoint();
        int back = Fresh.endpoint();
        passiveServer(back, null);
        int reply = Fresh.reply();
        Actor middle = Actor.alone();
        middle.receive(front, reply);
        int onward = middle.call(back, LABEL, 0);
        middle.replyReceive(front, reply, LABEL + 2, 0);
        middle.start();
        Actor.letAllRun();
        Check.done(unbind(middle), "taking its own from the one in the middle");
        Actor client = client(front).start();
        Actor.letAllRun();
        Check.equal(LABEL + 1, middle.tag(onward).label(), "the answer to the one in the middle");
        Check.equal(LABEL + 2, client.tag(0).label(), "the answer to the client");
    }

    private static void itReturnsWithTheAnswer() {
        int endpoint = Fresh.endpoint();
        passiveServer(endpoint, null);
        Actor client = client(endpoint);
        int next = client.signal(Fresh.notification());
        client.start();
        Actor.letAllRun();
        Check.equal(1, client.done(next), "how often the client's next system call returned");
    }

    private static void aSendDoesNotLendIt() {
        int endpoint = Fresh.endpoint();
        Actor server = passiveServer(endpoint, null);
        Actor sender = Actor.alone();
        sender.send(endpoint, LABEL, 0);
        sender.start();
        Actor.letAllRun();
        Check.equal(1, sender.done(0), "how often the send returned");
        Check.equal(0, server.done(0), "how often the receive returned");
        Check.state(ThreadState.PASSIVE, server, "the server's state");
    }

    private static void usingUpALentOneEndsTheCall() {
        int endpoint = Fresh.endpoint();
        passiveServer(endpoint, ENDLESS_WORK);
        Actor client = client(endpoint);
        Check.done(client.giveTime(BUDGET, PERIOD), "giving the client time");
        client.start();
        client.letTimePassUntilDone(0);
        Check.error(KernelError.BUDGET_EXHAUSTED, client.error(0), "the call");
    }

    private static void aServerGoesOnOnItsOwn() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        server.execute(server.install(WORK));
        server.replyReceive(endpoint, reply, LABEL + 1, 0);
        server.then(server.replyReceive(endpoint, reply, LABEL + 2, 0), 0).start();
        Actor.letAllRun();
        Actor poor = client(endpoint);
        Check.done(poor.giveTime(BUDGET, LONG_PERIOD), "giving the client hardly any time");
        poor.start();
        Actor.letAllRun();
        Check.state(ThreadState.RECEIVING, server, "the server's state");
        Check.equal(1, server.done(1), "how often the server's work came to its end");
    }

    // The timeout handler.

    private static KernelError setTimeoutHandler(Actor actor, int endpoint) {
        return Kernel.call(actor.thread(), Invocation.TCB_SET_TIMEOUT_HANDLER, endpoint);
    }

    private static void theTimeoutHandlerIsTold() {
        int endpoint = Fresh.endpoint();
        Actor handler = FaultCases.handler(endpoint);
        Actor counter = Actor.alone();
        counter.count();
        Check.done(counter.giveTime(BUDGET, LONG_PERIOD), "giving it time");
        Check.done(setTimeoutHandler(counter, Fresh.mint(endpoint, Rights.WRITE, BADGE)), "saying who hears of its end");
        counter.start();
        Actor.letAllRun();
        Check.equal(BADGE, handler.badge(0), "the badge");
        Check.equal(FaultKind.BUDGET_EXHAUSTED.ordinal(), handler.tag(0).label(), "the kind");
        Check.that(handler.word(0, 1) > 0, "that the message says what was used");
        Check.state(ThreadState.FAULTED, counter, "its state");
    }

    private static void theTimeoutHandlerGivesMore() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        FaultCases.handler(endpoint, reply);
        Actor counter = Actor.alone();
        counter.count();
        Check.done(counter.giveTime(BUDGET, LONG_PERIOD), "giving it time");
        Check.done(setTimeoutHandler(counter, endpoint), "saying who hears of its end");
        counter.start();
        Actor.letAllRun();
        long counted = counter.value(0);
        Check.done(counter.giveTime(BUDGET, LONG_PERIOD), "giving it time again");
        Check.done(Message.errorOf(SystemCalls.send(Capability.at(reply), Tag.of(0, 0))), "letting it go on");
        Actor.letAllRun();
        Check.that(counter.value(0) > counted, "that it counts on");
    }

    private static void withoutTimeoutHandlerNobodyIsTold() {
        int endpoint = Fresh.endpoint();
        Actor handler = FaultCases.handler(endpoint);
        Actor counter = Actor.alone();
        counter.count();
        Check.done(counter.giveTime(BUDGET, LONG_PERIOD), "giving it time");
        Check.done(setTimeoutHandler(counter, endpoint), "saying who hears of its end");
        Check.done(setTimeoutHandler(counter, 0), "undoing that");
        counter.start();
        Actor.letAllRun();
        Check.equal(0, handler.done(0), "how many messages came");
        Check.state(ThreadState.DEPLETED, counter, "its state");
    }

    // The highest priority that a thread may give.

    private static KernelError setMaximum(Actor actor, long priority) {
        return Kernel.call(actor.thread(), Invocation.TCB_SET_MAXIMUM_PRIORITY, priority);
    }

    private static void setMaximumPriorityRefusesOneAboveTheCallers() {
        Check.error(KernelError.RANGE_ERROR, setMaximum(Actor.alone(), 151), "a maximum above the suite's");
        Check.done(setMaximum(Actor.alone(), 150), "the suite's own");
    }

    private static void setMaximumPriorityRefusesANegativeOne() {
        Check.error(KernelError.RANGE_ERROR, setMaximum(Actor.alone(), -1), "a negative maximum");
    }

    private static void aThreadGivesNoPriorityAboveItsMaximum() {
        Actor actor = Actor.alone();
        Check.done(setMaximum(actor, BELOW), "setting its maximum");
        int below = actor.call(actor.thread(), Invocation.TCB_SET_PRIORITY, 1);
        int above = actor.call(actor.thread(), Invocation.TCB_SET_PRIORITY, 1);
        actor.word(below, 0, BELOW).word(above, 0, BELOW + 1).start();
        Actor.letAllRun();
        Check.error(KernelError.NONE, actor.error(below), "giving itself its maximum");
        Check.error(KernelError.RANGE_ERROR, actor.error(above), "giving itself more");
    }

    private static void aNewThreadGivesNoPriority() {
        Actor actor = Actor.alone();
        int step = actor.call(actor.thread(), Invocation.TCB_SET_PRIORITY, 1);
        actor.word(step, 0, 1).start();
        Actor.letAllRun();
        Check.error(KernelError.RANGE_ERROR, actor.error(step), "giving itself priority 1");
    }
}
