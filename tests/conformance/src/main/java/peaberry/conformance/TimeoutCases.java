package peaberry.conformance;

import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.abi.Timeout;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;

/** System calls that wait no longer than they are told. */
final class TimeoutCases {

    private static final String OBJECT = "Timeout";
    /** Microseconds. */
    private static final long SHORT = 500;
    private static final long LONG = 1_000_000_000;
    /** Longer than the short ones. */
    private static final long LATER = 3_000;
    private static final int LABEL = 7;
    private static final int BADGE = 12;

    static final Case[] ALL = {
        new Case(OBJECT, "aWaitEndsInTime", TimeoutCases::aWaitEndsInTime),
        new Case(OBJECT, "aReceiveEndsInTime", TimeoutCases::aReceiveEndsInTime),
        new Case(OBJECT, "aReceiveThatTimedOutLeavesItsReplyFree", TimeoutCases::aReceiveThatTimedOutLeavesItsReplyFree),
        new Case(OBJECT, "aSendEndsInTime", TimeoutCases::aSendEndsInTime),
        new Case(OBJECT, "aCallEndsInTimeThoughNobodyReceives", TimeoutCases::aCallEndsInTimeThoughNobodyReceives),
        new Case(OBJECT, "aCallEndsInTimeThoughNobodyAnswers", TimeoutCases::aCallEndsInTimeThoughNobodyAnswers),
        new Case(OBJECT, "theAnswerToACallThatTimedOutIsNothing", TimeoutCases::theAnswerToACallThatTimedOutIsNothing),
        new Case(OBJECT, "aReplyReceiveAnswersBeforeItTimesOut", TimeoutCases::aReplyReceiveAnswersBeforeItTimesOut),
        new Case(OBJECT, "aWaitOfNoTimeEndsAtOnce", TimeoutCases::aWaitOfNoTimeEndsAtOnce),
        new Case(OBJECT, "aReceiveOfNoTimeEndsAtOnce", TimeoutCases::aReceiveOfNoTimeEndsAtOnce),
        new Case(OBJECT, "aReceiveOfNoTimeTakesWhoWaits", TimeoutCases::aReceiveOfNoTimeTakesWhoWaits),
        new Case(OBJECT, "aSendOfNoTimeEndsAtOnce", TimeoutCases::aSendOfNoTimeEndsAtOnce),
        new Case(OBJECT, "aSendOfNoTimeReachesWhoWaits", TimeoutCases::aSendOfNoTimeReachesWhoWaits),
        new Case(OBJECT, "aCallOfNoTimeEndsAtOnce", TimeoutCases::aCallOfNoTimeEndsAtOnce),
        new Case(OBJECT, "whatComesInTimeArrives", TimeoutCases::whatComesInTimeArrives),
        new Case(OBJECT, "anOldLimitDoesNotEndTheNextWait", TimeoutCases::anOldLimitDoesNotEndTheNextWait),
        new Case(OBJECT, "aLongLimitWaits", TimeoutCases::aLongLimitWaits),
        new Case(OBJECT, "theLongestLimitWaits", TimeoutCases::theLongestLimitWaits),
        new Case(OBJECT, "limitsEndInTheirOrder", TimeoutCases::limitsEndInTheirOrder),
        new Case(OBJECT, "suspensionEndsTheLimit", TimeoutCases::suspensionEndsTheLimit),
        new Case(OBJECT, "aThreadCanBeDeletedBeforeItsLimit", TimeoutCases::aThreadCanBeDeletedBeforeItsLimit),
        new Case(OBJECT, "anEndpointCanBeDeletedBeforeTheLimit", TimeoutCases::anEndpointCanBeDeletedBeforeTheLimit),
        new Case(OBJECT, "anErrorComesBeforeTheLimit", TimeoutCases::anErrorComesBeforeTheLimit),
    };

    private TimeoutCases() {
    }

    /** Starts the actor, whose step 0 is limited, and looks at what that answered after a while. */
    private static void timesOut(Actor actor) {
        actor.within(0, SHORT).start();
        actor.letTimePassUntilDone(0);
        Check.equal(1, actor.done(0), "how often the system call returned");
        Check.error(KernelError.TIMED_OUT, actor.error(0), "the system call");
    }

    private static void aWaitEndsInTime() {
        Actor actor = Actor.alone();
        actor.await(Fresh.notification());
        timesOut(actor);
    }

    private static void aReceiveEndsInTime() {
        Actor actor = Actor.alone();
        actor.receive(Fresh.endpoint(), 0);
        timesOut(actor);
    }

    private static void aReceiveThatTimedOutLeavesItsReplyFree() {
        int reply = Fresh.reply();
        int endpoint = Fresh.endpoint();
        Actor actor = Actor.alone();
        actor.receive(endpoint, reply);
        timesOut(actor);
        Actor other = Actor.alone();
        int receive = other.receive(endpoint, reply);
        other.start();
        Actor caller = Actor.alone();
        caller.call(endpoint, LABEL, 0);
        caller.start();
        Actor.letAllRun();
        Check.equal(LABEL, other.tag(receive).label(), "what another receives with it");
    }

    private static void aSendEndsInTime() {
        int endpoint = Fresh.endpoint();
        Actor actor = Actor.alone();
        actor.send(endpoint, LABEL, 0);
        timesOut(actor);
        Actor receiver = Actor.alone();
        int receive = receiver.receive(endpoint, 0);
        receiver.start();
        Actor.letAllRun();
        Check.equal(0, receiver.done(receive), "how often somebody received it afterwards");
    }

    private static void aCallEndsInTimeThoughNobodyReceives() {
        Actor actor = Actor.alone();
        actor.call(Fresh.endpoint(), LABEL, 0);
        timesOut(actor);
    }

    private static void aCallEndsInTimeThoughNobodyAnswers() {
        int endpoint = Fresh.endpoint();
        Actor server = Actor.alone();
        int receive = server.receive(endpoint, Fresh.reply());
        server.start();
        Actor actor = Actor.alone();
        actor.call(endpoint, LABEL, 0);
        timesOut(actor);
        Check.equal(LABEL, server.tag(receive).label(), "what the server received");
    }

    private static void theAnswerToACallThatTimedOutIsNothing() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        server.start();
        Actor actor = Actor.alone();
        actor.call(endpoint, LABEL, 0);
        actor.call(Fresh.endpoint(), LABEL, 0);
        timesOut(actor);
        Check.done(Message.errorOf(SystemCalls.send(Capability.at(reply), Tag.of(LABEL + 1, 0))), "answering");
        Actor.letAllRun();
        Check.state(ThreadState.SENDING, actor, "the caller's state in its next call");
    }

    private static void aReplyReceiveAnswersBeforeItTimesOut() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        int step = server.replyReceive(endpoint, reply, LABEL + 1, 0);
        server.within(step, SHORT).start();
        Actor client = Actor.alone();
        int call = client.call(endpoint, LABEL, 0);
        client.start();
        server.letTimePassUntilDone(step);
        Check.equal(LABEL + 1, client.tag(call).label(), "the answer");
        Check.error(KernelError.TIMED_OUT, server.error(step), "the next receive");
    }

    /** Starts the actor, whose step 0 may take no time. */
    private static void endsAtOnce(Actor actor, KernelError expected) {
        actor.within(0, 0).start();
        Actor.letAllRun();
        Check.equal(1, actor.done(0), "how often the system call returned");
        Check.error(expected, actor.error(0), "the system call");
    }

    private static void aWaitOfNoTimeEndsAtOnce() {
        Actor actor = Actor.alone();
        actor.await(Fresh.notification());
        endsAtOnce(actor, KernelError.TIMED_OUT);
    }

    private static void aReceiveOfNoTimeEndsAtOnce() {
        Actor actor = Actor.alone();
        actor.receive(Fresh.endpoint(), Fresh.reply());
        endsAtOnce(actor, KernelError.TIMED_OUT);
    }

    private static void aReceiveOfNoTimeTakesWhoWaits() {
        int endpoint = Fresh.endpoint();
        Actor sender = Actor.alone();
        sender.send(endpoint, LABEL, 0);
        sender.start();
        Actor.letAllRun();
        Actor actor = Actor.alone();
        actor.receive(endpoint, 0);
        endsAtOnce(actor, KernelError.NONE);
        Check.equal(LABEL, actor.tag(0).label(), "what it received");
    }

    private static void aSendOfNoTimeEndsAtOnce() {
        Actor actor = Actor.alone();
        actor.send(Fresh.endpoint(), LABEL, 0);
        endsAtOnce(actor, KernelError.TIMED_OUT);
    }

    private static void aSendOfNoTimeReachesWhoWaits() {
        int endpoint = Fresh.endpoint();
        Actor receiver = Actor.alone();
        int receive = receiver.receive(endpoint, 0);
        receiver.start();
        Actor.letAllRun();
        Actor actor = Actor.alone();
        actor.send(endpoint, LABEL, 0);
        endsAtOnce(actor, KernelError.NONE);
        Check.equal(LABEL, receiver.tag(receive).label(), "what arrived");
    }

    private static void aCallOfNoTimeEndsAtOnce() {
        Actor actor = Actor.alone();
        actor.call(Fresh.endpoint(), LABEL, 0);
        endsAtOnce(actor, KernelError.TIMED_OUT);
    }

    private static void whatComesInTimeArrives() {
        int notification = Fresh.notification();
        Actor actor = Actor.alone();
        int wait = actor.await(notification);
        actor.within(wait, LONG).start();
        Actor.letAllRun();
        Notifier.signal(Fresh.mint(notification, Rights.WRITE, BADGE));
        Actor.letAllRun();
        Check.error(KernelError.NONE, actor.error(wait), "the wait");
        Check.equal(BADGE, actor.badge(wait), "the badge");
    }

    private static void anOldLimitDoesNotEndTheNextWait() {
        int notification = Fresh.notification();
        Actor actor = Actor.alone();
        int limited = actor.await(notification);
        int unlimited = actor.await(notification);
        actor.within(limited, SHORT * 2).start();
        Actor.letAllRun();
        Notifier.signal(notification);
        Actor.letAllRun();
        Actor.letTimePass(LATER);
        Actor.letAllRun();
        Check.equal(1, actor.done(limited), "how often the first wait returned");
        Check.equal(0, actor.done(unlimited), "how often the second wait returned");
    }

    private static void aLongLimitWaits() {
        waits(LONG);
    }

    private static void theLongestLimitWaits() {
        waits(Timeout.MAX_MICROSECONDS);
    }

    private static void waits(long microseconds) {
        Actor actor = Actor.alone();
        int wait = actor.await(Fresh.notification());
        actor.within(wait, microseconds).start();
        Actor.letTimePass(LATER);
        Check.equal(0, actor.done(wait), "how often the wait returned");
        Check.state(ThreadState.WAITING, actor, "the state");
    }

    private static void limitsEndInTheirOrder() {
        int endpoint = Fresh.endpoint();
        int never = Fresh.notification();
        Actor clerk = Actor.alone();
        for (int i = 0; i < 3; i++) {
            clerk.receive(endpoint, 0);
        }
        clerk.start(Actor.PRIORITY + 10);
        for (int i = 0; i < 3; i++) {
            Actor sleeper = Actor.alone();
            int wait = sleeper.await(never);
            sleeper.send(endpoint, i, 0);
            sleeper.within(wait, SHORT * (i == 0 ? 100 : i == 1 ? 1 : 50)).start();
        }
        clerk.letTimePassUntilDone(2);
        Check.equal(1, clerk.tag(0).label(), "whose wait ended first");
        Check.equal(2, clerk.tag(1).label(), "whose wait ended next");
        Check.equal(0, clerk.tag(2).label(), "whose wait ended last");
    }

    private static void suspensionEndsTheLimit() {
        Actor actor = Actor.alone();
        int wait = actor.await(Fresh.notification());
        actor.within(wait, SHORT * 2).start();
        Actor.letAllRun();
        Check.done(actor.suspend(), "suspending");
        Actor.letTimePass(LATER);
        Check.state(ThreadState.INACTIVE, actor, "the state");
        Check.done(actor.resume(), "resuming");
        Actor.letAllRun();
        Check.equal(1, actor.done(wait), "how often the wait returned");
    }

    private static void aThreadCanBeDeletedBeforeItsLimit() {
        Actor actor = Actor.alone();
        int wait = actor.await(Fresh.notification());
        actor.within(wait, SHORT * 2).start();
        Actor.letAllRun();
        Check.done(Fresh.delete(actor.thread()), "deleting");
        Actor.letTimePass(LATER);
        Check.that(!Fresh.isThere(actor.thread()), "that it is gone");
    }

    private static void anEndpointCanBeDeletedBeforeTheLimit() {
        int endpoint = Fresh.endpoint();
        Actor actor = Actor.alone();
        int receive = actor.receive(endpoint, 0);
        actor.within(receive, LONG).start();
        Actor.letAllRun();
        Check.done(Fresh.delete(endpoint), "deleting");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, actor.error(receive), "the receive");
    }

    private static void anErrorComesBeforeTheLimit() {
        Actor actor = Actor.alone();
        actor.await(Fresh.slot());
        endsAtOnce(actor, KernelError.INVALID_CAPABILITY);
    }
}
