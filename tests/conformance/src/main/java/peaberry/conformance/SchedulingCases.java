package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ThreadState;
import peaberry.runtime.Capability;
import peaberry.runtime.SystemCalls;

/** Who runs when. */
final class SchedulingCases {

    private static final String OBJECT = "Scheduling";
    private static final int ABOVE = Actor.PRIORITY + 10;
    private static final int BELOW = Actor.PRIORITY - 10;

    static final Case[] ALL = {
        new Case(OBJECT, "theMoreUrgentRunsFirst", SchedulingCases::theMoreUrgentRunsFirst),
        new Case(OBJECT, "equalsRunInTheirOrder", SchedulingCases::equalsRunInTheirOrder),
        new Case(OBJECT, "yieldLetsEqualsRun", SchedulingCases::yieldLetsEqualsRun),
        new Case(OBJECT, "yieldDoesNotLetTheLessUrgentRun", SchedulingCases::yieldDoesNotLetTheLessUrgentRun),
        new Case(OBJECT, "yieldAloneReturnsAtOnce", SchedulingCases::yieldAloneReturnsAtOnce),
        new Case(OBJECT, "whoIsWokenAndMoreUrgentRunsAtOnce", SchedulingCases::whoIsWokenAndMoreUrgentRunsAtOnce),
        new Case(OBJECT, "whoIsWokenAndLessUrgentWaits", SchedulingCases::whoIsWokenAndLessUrgentWaits),
        new Case(OBJECT, "whoIsPreemptedGoesOnBeforeItsEquals", SchedulingCases::whoIsPreemptedGoesOnBeforeItsEquals),
        new Case(OBJECT, "equalsShareTheProcessor", SchedulingCases::equalsShareTheProcessor),
        new Case(OBJECT, "theLessUrgentDoesNotRunWhileAnotherCounts", SchedulingCases::theLessUrgentDoesNotRunWhileAnotherCounts),
        new Case(OBJECT, "aRaisedPriorityCountsAtOnce", SchedulingCases::aRaisedPriorityCountsAtOnce),
        new Case(OBJECT, "aLoweredPriorityCountsAtOnce", SchedulingCases::aLoweredPriorityCountsAtOnce),
        new Case(OBJECT, "aCountingThreadCanBeSuspended", SchedulingCases::aCountingThreadCanBeSuspended),
        new Case(OBJECT, "aCountingThreadCanBeDeleted", SchedulingCases::aCountingThreadCanBeDeleted),
    };

    private SchedulingCases() {
    }

    /**
     * An actor that sends its number to an endpoint, where a more urgent clerk takes the messages in the order in which they are sent.
     */
    private static Actor writer(int endpoint, int number) {
        Actor writer = Actor.alone();
        writer.send(endpoint, number, 0);
        return writer;
    }

    private static Actor clerk(int endpoint, int messages) {
        Actor clerk = Actor.alone();
        for (int i = 0; i < messages; i++) {
            clerk.receive(endpoint, 0);
        }
        clerk.start(ABOVE + 10);
        Actor.letAllRun();
        return clerk;
    }

    private static void order(Actor clerk, int index, int number) {
        Check.equal(number, clerk.tag(index).label(), "who was the next");
    }

    private static void theMoreUrgentRunsFirst() {
        int endpoint = Fresh.endpoint();
        Actor clerk = clerk(endpoint, 3);
        writer(endpoint, 1).start(BELOW);
        writer(endpoint, 2).start(ABOVE);
        writer(endpoint, 3).start();
        Actor.letAllRun();
        order(clerk, 0, 2);
        order(clerk, 1, 3);
        order(clerk, 2, 1);
    }

    private static void equalsRunInTheirOrder() {
        int endpoint = Fresh.endpoint();
        Actor clerk = clerk(endpoint, 3);
        for (int number = 1; number <= 3; number++) {
            writer(endpoint, number).start();
        }
        Actor.letAllRun();
        for (int number = 1; number <= 3; number++) {
            order(clerk, number - 1, number);
        }
    }

    private static void yieldLetsEqualsRun() {
        int endpoint = Fresh.endpoint();
        Actor clerk = clerk(endpoint, 4);
        for (int number = 1; number <= 2; number++) {
            Actor writer = writer(endpoint, number);
            writer.yieldProcessor();
            writer.send(endpoint, number, 0);
            writer.start();
        }
        Actor.letAllRun();
        order(clerk, 0, 1);
        order(clerk, 1, 2);
        order(clerk, 2, 1);
        order(clerk, 3, 2);
    }

    private static void yieldDoesNotLetTheLessUrgentRun() {
        int endpoint = Fresh.endpoint();
        Actor clerk = clerk(endpoint, 3);
        Actor urgent = writer(endpoint, 1);
        urgent.yieldProcessor();
        urgent.send(endpoint, 2, 0);
        writer(endpoint, 3).start(BELOW);
        urgent.start();
        Actor.letAllRun();
        order(clerk, 0, 1);
        order(clerk, 1, 2);
        order(clerk, 2, 3);
    }

    private static void yieldAloneReturnsAtOnce() {
        Actor actor = Actor.alone();
        int step = actor.yieldProcessor();
        actor.start();
        Actor.letAllRun();
        Check.equal(1, actor.done(step), "how often it returned");
    }

    private static void whoIsWokenAndMoreUrgentRunsAtOnce() {
        int endpoint = Fresh.endpoint();
        int notification = Fresh.notification();
        Actor clerk = clerk(endpoint, 2);
        Actor urgent = Actor.alone();
        urgent.await(notification);
        urgent.send(endpoint, 1, 0);
        urgent.start(ABOVE);
        Actor waker = Actor.alone();
        waker.signal(notification);
        waker.send(endpoint, 2, 0);
        waker.start();
        Actor.letAllRun();
        order(clerk, 0, 1);
        order(clerk, 1, 2);
    }

    private static void whoIsWokenAndLessUrgentWaits() {
        int endpoint = Fresh.endpoint();
        int notification = Fresh.notification();
        Actor clerk = clerk(endpoint, 2);
        Actor slow = Actor.alone();
        slow.await(notification);
        slow.send(endpoint, 1, 0);
        slow.start(BELOW);
        Actor.letAllRun();
        Actor waker = Actor.alone();
        waker.signal(notification);
        waker.send(endpoint, 2, 0);
        waker.start();
        Actor.letAllRun();
        order(clerk, 0, 2);
        order(clerk, 1, 1);
    }

    private static void whoIsPreemptedGoesOnBeforeItsEquals() {
        int endpoint = Fresh.endpoint();
        int notification = Fresh.notification();
        Actor clerk = clerk(endpoint, 3);
        Actor urgent = Actor.alone();
        urgent.await(notification);
        urgent.send(endpoint, 1, 0);
        urgent.start(ABOVE);
        Actor.letAllRun();
        Actor waker = Actor.alone();
        waker.signal(notification);
        waker.send(endpoint, 2, 0);
        waker.start();
        writer(endpoint, 3).start();
        Actor.letAllRun();
        order(clerk, 0, 1);
        order(clerk, 1, 2);
        order(clerk, 2, 3);
    }

    /** Lets actors run, although some of them count for ever, until an equal of theirs has had its turns. */
    private static void letCountersRun(int turns) {
        int end = Fresh.notification();
        Actor bell = Actor.alone();
        for (int i = 0; i < turns; i++) {
            bell.yieldProcessor();
        }
        bell.signal(end);
        bell.start();
        SystemCalls.await(Capability.at(end));
    }

    private static Actor counter(int priority) {
        Actor counter = Actor.alone();
        counter.count();
        return counter.start(priority);
    }

    private static void equalsShareTheProcessor() {
        Actor one = counter(Actor.PRIORITY);
        Actor other = counter(Actor.PRIORITY);
        letCountersRun(4);
        Check.that(one.value(0) > 0 && other.value(0) > 0, "that both have counted");
        one.suspend();
        other.suspend();
    }

    private static void theLessUrgentDoesNotRunWhileAnotherCounts() {
        Actor slow = counter(BELOW);
        Actor urgent = counter(Actor.PRIORITY);
        letCountersRun(2);
        Check.that(urgent.value(0) > 0, "that the urgent one has counted");
        Check.equal(0, slow.value(0), "what the other has counted");
        urgent.suspend();
        slow.suspend();
    }

    private static KernelError setPriority(Actor actor, int priority) {
        return Kernel.call(actor.thread(), Invocation.TCB_SET_PRIORITY, priority);
    }

    private static void aRaisedPriorityCountsAtOnce() {
        int endpoint = Fresh.endpoint();
        Actor clerk = clerk(endpoint, 2);
        writer(endpoint, 1).start();
        Check.done(setPriority(writer(endpoint, 2).start(BELOW), ABOVE), "raising the second one's priority");
        Actor.letAllRun();
        order(clerk, 0, 2);
        order(clerk, 1, 1);
    }

    private static void aLoweredPriorityCountsAtOnce() {
        int endpoint = Fresh.endpoint();
        Actor clerk = clerk(endpoint, 2);
        Check.done(setPriority(writer(endpoint, 1).start(), BELOW), "lowering the first one's priority");
        writer(endpoint, 2).start();
        Actor.letAllRun();
        order(clerk, 0, 2);
        order(clerk, 1, 1);
    }

    private static void aCountingThreadCanBeSuspended() {
        Actor counter = counter(Actor.PRIORITY);
        letCountersRun(1);
        Check.done(counter.suspend(), "suspending it");
        long counted = counter.value(0);
        Actor.letAllRun();
        Check.that(counted > 0, "that it has counted");
        Check.equal(counted, counter.value(0), "what it has counted");
        Check.state(ThreadState.INACTIVE, counter, "its state");
    }

    private static void aCountingThreadCanBeDeleted() {
        Actor counter = counter(Actor.PRIORITY);
        letCountersRun(1);
        Check.done(Fresh.delete(counter.thread()), "deleting it");
        long counted = counter.value(0);
        Actor.letAllRun();
        Check.equal(counted, counter.value(0), "what it has counted");
    }
}
