package peaberry.conformance;

import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;

/** Answers to callers. */
final class ReplyCases {

    private static final String OBJECT = "Reply";
    private static final int ANSWER = 1234;

    static final Case[] ALL = {
        new Case(OBJECT, "whoeverHoldsItAnswers", ReplyCases::whoeverHoldsItAnswers),
        new Case(OBJECT, "callersAreAnsweredInAnyOrder", ReplyCases::callersAreAnsweredInAnyOrder),
        new Case(OBJECT, "aCallerIsAnsweredOnce", ReplyCases::aCallerIsAnsweredOnce),
        new Case(OBJECT, "anAnswerToNobodyIsNothing", ReplyCases::anAnswerToNobodyIsNothing),
        new Case(OBJECT, "anAnswerNeedsTheRightToWrite", ReplyCases::anAnswerNeedsTheRightToWrite),
        new Case(OBJECT, "anAnswerThatIsTooLongIsRefused", ReplyCases::anAnswerThatIsTooLongIsRefused),
        new Case(OBJECT, "receiveRefusesAReplyThatHoldsACaller", ReplyCases::receiveRefusesAReplyThatHoldsACaller),
        new Case(OBJECT, "receiveRefusesAReplyThatIsAwaited", ReplyCases::receiveRefusesAReplyThatIsAwaited),
        new Case(OBJECT, "receiveNeedsTheRightToWriteTheReply", ReplyCases::receiveNeedsTheRightToWriteTheReply),
        new Case(OBJECT, "replyReceiveNeedsAReply", ReplyCases::replyReceiveNeedsAReply),
        new Case(OBJECT, "replyReceiveRefusesAReplyThatIsAwaited", ReplyCases::replyReceiveRefusesAReplyThatIsAwaited),
        new Case(OBJECT, "replyReceiveNeedsTheRightToRead", ReplyCases::replyReceiveNeedsTheRightToRead),
        new Case(OBJECT, "aFailedReplyReceiveAnswersNobody", ReplyCases::aFailedReplyReceiveAnswersNobody),
        new Case(OBJECT, "replyReceiveAnswersAndReceives", ReplyCases::replyReceiveAnswersAndReceives),
        new Case(OBJECT, "itsDeletionAbortsTheCaller", ReplyCases::itsDeletionAbortsTheCaller),
        new Case(OBJECT, "itsDeletionAbortsWhoReceivesWithIt", ReplyCases::itsDeletionAbortsWhoReceivesWithIt),
        new Case(OBJECT, "theServersDeletionAbortsItsCallers", ReplyCases::theServersDeletionAbortsItsCallers),
        new Case(OBJECT, "aSuspendedCallerIsNotAnswered", ReplyCases::aSuspendedCallerIsNotAnswered),
        new Case(OBJECT, "aDeletedCallerIsNotMissed", ReplyCases::aDeletedCallerIsNotMissed),
        new Case(OBJECT, "aReplyWhoseCallerLeftCanBeUsedAgain", ReplyCases::aReplyWhoseCallerLeftCanBeUsedAgain),
        new Case(OBJECT, "callsThroughAServerAreAnsweredBackwards", ReplyCases::callsThroughAServerAreAnsweredBackwards),
        new Case(OBJECT, "invokingItIsIllegal", ReplyCases::invokingItIsIllegal),
    };

    private ReplyCases() {
    }

    private static Actor caller(int endpoint) {
        Actor caller = Actor.alone();
        caller.call(endpoint, 1, 0);
        return caller.start();
    }

    /** A server that takes one call and does nothing more. */
    private static Actor server(int endpoint, int reply) {
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        return server.start();
    }

    /** The suite itself answers. */
    private static KernelError answer(int reply, int length) {
        return Message.errorOf(SystemCalls.send(Capability.at(reply), Tag.of(ANSWER, length)));
    }

    private static void whoeverHoldsItAnswers() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        server(endpoint, reply);
        Actor caller = caller(endpoint);
        Actor.letAllRun();
        Check.done(answer(reply, 0), "answering in the server's place");
        Actor.letAllRun();
        Check.equal(ANSWER, caller.tag(0).label(), "the answer");
        Check.equal(0, caller.badge(0), "the badge of the answer");
    }

    private static void callersAreAnsweredInAnyOrder() {
        int endpoint = Fresh.endpoint();
        int one = Fresh.reply();
        int two = Fresh.reply();
        Actor first = caller(endpoint);
        Actor.letAllRun();
        Actor second = caller(endpoint);
        Actor server = Actor.alone();
        server.receive(endpoint, one);
        server.receive(endpoint, two);
        server.start();
        Actor.letAllRun();
        Check.done(answer(two, 0), "answering the second caller");
        Actor.letAllRun();
        Check.equal(1, second.done(0), "how often the second call returned");
        Check.equal(0, first.done(0), "how often the first call returned");
        Check.done(answer(one, 0), "answering the first caller");
        Actor.letAllRun();
        Check.equal(1, first.done(0), "how often the first call returned at last");
    }

    private static void aCallerIsAnsweredOnce() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        server(endpoint, reply);
        Actor caller = Actor.alone();
        caller.call(endpoint, 1, 0);
        caller.call(Fresh.endpoint(), 1, 0);
        caller.start();
        Actor.letAllRun();
        Check.done(answer(reply, 0), "answering");
        Actor.letAllRun();
        Check.done(answer(reply, 0), "answering again");
        Actor.letAllRun();
        Check.equal(0, caller.done(1), "how often the next call returned");
    }

    private static void anAnswerToNobodyIsNothing() {
        Check.done(answer(Fresh.reply(), 0), "answering nobody");
    }

    private static void anAnswerNeedsTheRightToWrite() {
        Check.error(KernelError.MISSING_RIGHT, answer(Fresh.copy(Fresh.reply(), Rights.READ), 0), "answering");
    }

    private static void anAnswerThatIsTooLongIsRefused() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        server(endpoint, reply);
        Actor caller = caller(endpoint);
        Actor.letAllRun();
        Check.error(KernelError.TRUNCATED_MESSAGE, answer(reply, Tag.MAX_LENGTH + 1), "answering at length");
        Check.state(ThreadState.AWAITING_REPLY, caller, "the caller's state");
    }

    private static void receiveRefusesAReplyThatHoldsACaller() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        int again = server.receive(endpoint, reply);
        server.start();
        Actor caller = caller(endpoint);
        Actor.letAllRun();
        Check.error(KernelError.OCCUPIED, server.error(again), "receiving with it again");
        Check.state(ThreadState.AWAITING_REPLY, caller, "the caller's state");
    }

    private static void receiveRefusesAReplyThatIsAwaited() {
        int reply = Fresh.reply();
        server(Fresh.endpoint(), reply);
        Actor.letAllRun();
        Actor other = server(Fresh.endpoint(), reply);
        Actor.letAllRun();
        Check.error(KernelError.OCCUPIED, other.error(0), "receiving with another's reply");
    }

    private static void receiveNeedsTheRightToWriteTheReply() {
        Actor server = server(Fresh.endpoint(), Fresh.copy(Fresh.reply(), Rights.READ));
        Actor.letAllRun();
        Check.error(KernelError.MISSING_RIGHT, server.error(0), "receiving");
    }

    private static void replyReceiveNeedsAReply() {
        Actor server = Actor.alone();
        int step = server.replyReceive(Fresh.endpoint(), 0, ANSWER, 0);
        server.start();
        Actor.letAllRun();
        Check.error(KernelError.FAILED_LOOKUP, server.error(step), "receiving without a reply");
    }

    private static void replyReceiveRefusesAReplyThatIsAwaited() {
        int reply = Fresh.reply();
        server(Fresh.endpoint(), reply);
        Actor.letAllRun();
        Actor other = Actor.alone();
        int step = other.replyReceive(Fresh.endpoint(), reply, ANSWER, 0);
        other.start();
        Actor.letAllRun();
        Check.error(KernelError.OCCUPIED, other.error(step), "receiving with another's reply");
    }

    private static void replyReceiveNeedsTheRightToRead() {
        Actor server = Actor.alone();
        int step = server.replyReceive(Fresh.copy(Fresh.endpoint(), Rights.WRITE), Fresh.reply(), ANSWER, 0);
        server.start();
        Actor.letAllRun();
        Check.error(KernelError.MISSING_RIGHT, server.error(step), "receiving");
    }

    private static void aFailedReplyReceiveAnswersNobody() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        int wrong = server.replyReceive(Fresh.slot(), reply, ANSWER, 0);
        server.start();
        Actor caller = caller(endpoint);
        Actor.letAllRun();
        Check.error(KernelError.INVALID_CAPABILITY, server.error(wrong), "receiving on an empty slot");
        Check.state(ThreadState.AWAITING_REPLY, caller, "the caller's state");
    }

    private static void replyReceiveAnswersAndReceives() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        int next = server.replyReceive(endpoint, reply, ANSWER, 1);
        server.word(next, 0, 17).start();
        Actor caller = caller(endpoint);
        Actor.letAllRun();
        Check.equal(ANSWER, caller.tag(0).label(), "the answer");
        Check.equal(17, caller.word(0, 0), "its word");
        Check.state(ThreadState.RECEIVING, server, "the server's state");
    }

    private static void itsDeletionAbortsTheCaller() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        server(endpoint, reply);
        Actor caller = caller(endpoint);
        Actor.letAllRun();
        Check.done(Fresh.delete(reply), "deleting the reply");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, caller.error(0), "the call");
    }

    private static void itsDeletionAbortsWhoReceivesWithIt() {
        int reply = Fresh.reply();
        Actor server = server(Fresh.endpoint(), reply);
        Actor.letAllRun();
        Check.done(Fresh.delete(reply), "deleting the reply");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, server.error(0), "the receive");
    }

    private static void theServersDeletionAbortsItsCallers() {
        int endpoint = Fresh.endpoint();
        int one = Fresh.reply();
        int two = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, one);
        server.receive(endpoint, two);
        server.start();
        Actor first = caller(endpoint);
        Actor second = caller(endpoint);
        Actor.letAllRun();
        Check.done(Fresh.delete(server.thread()), "deleting the server");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, first.error(0), "the first call");
        Check.error(KernelError.ABORTED, second.error(0), "the second call");
    }

    private static void aSuspendedCallerIsNotAnswered() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        server(endpoint, reply);
        Actor caller = caller(endpoint);
        Actor.letAllRun();
        Check.done(caller.suspend(), "suspending the caller");
        Check.done(answer(reply, 0), "answering");
        Actor.letAllRun();
        Check.state(ThreadState.INACTIVE, caller, "the caller's state");
        Check.done(caller.resume(), "resuming the caller");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, caller.error(0), "the call");
    }

    private static void aDeletedCallerIsNotMissed() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        server(endpoint, reply);
        Actor caller = caller(endpoint);
        Actor.letAllRun();
        Check.done(Fresh.delete(caller.thread()), "deleting the caller");
        Check.done(answer(reply, 0), "answering");
    }

    private static void aReplyWhoseCallerLeftCanBeUsedAgain() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        int go = Fresh.notification();
        server.await(go);
        int again = server.receive(endpoint, reply);
        server.start();
        Actor gone = caller(endpoint);
        Actor.letAllRun();
        Check.done(gone.suspend(), "suspending the caller");
        Notifier.signal(go);
        Actor caller = caller(endpoint);
        Actor.letAllRun();
        Check.error(KernelError.NONE, server.error(again), "receiving again");
        Check.state(ThreadState.AWAITING_REPLY, caller, "the next caller's state");
    }

    private static void callsThroughAServerAreAnsweredBackwards() {
        int front = Fresh.endpoint();
        int back = Fresh.endpoint();
        int frontReply = Fresh.reply();
        int backReply = Fresh.reply();
        Actor last = Actor.alone();
        last.receive(back, backReply);
        last.send(backReply, ANSWER, 0);
        last.start();
        Actor middle = Actor.alone();
        middle.receive(front, frontReply);
        int onward = middle.call(back, 2, 0);
        middle.send(frontReply, ANSWER + 1, 0);
        middle.start();
        Actor caller = caller(front);
        Actor.letAllRun();
        Check.equal(ANSWER, middle.tag(onward).label(), "the answer to the one in the middle");
        Check.equal(ANSWER + 1, caller.tag(0).label(), "the answer to the caller");
    }

    private static void invokingItIsIllegal() {
        Check.error(KernelError.ILLEGAL_OPERATION, Kernel.invoke(Fresh.reply(), 0, 0), "invoking a reply");
    }
}
