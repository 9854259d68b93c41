package peaberry.conformance;

import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;

/** Messages through endpoints. */
final class EndpointCases {

    private static final String OBJECT = "Endpoint";
    private static final int LABEL = 0x1234_5678;
    private static final int BADGE = 99;
    private static final int LONG_MESSAGE = 10;

    static final Case[] ALL = {
        new Case(OBJECT, "callWaitsForAReceiverAndForItsReply", EndpointCases::callWaitsForAReceiverAndForItsReply),
        new Case(OBJECT, "callReachesAReceiverThatWaits", EndpointCases::callReachesAReceiverThatWaits),
        new Case(OBJECT, "callNeedsTheRightToWrite", EndpointCases::callNeedsTheRightToWrite),
        new Case(OBJECT, "callToAReceiverWithoutReplyIsAborted", EndpointCases::callToAReceiverWithoutReplyIsAborted),
        new Case(OBJECT, "callIsAbortedWithTheEndpoint", EndpointCases::callIsAbortedWithTheEndpoint),
        new Case(OBJECT, "callThatWasTakenOutlivesTheEndpoint", EndpointCases::callThatWasTakenOutlivesTheEndpoint),
        new Case(OBJECT, "sendWaitsUntilItIsTaken", EndpointCases::sendWaitsUntilItIsTaken),
        new Case(OBJECT, "sendNeedsTheRightToWrite", EndpointCases::sendNeedsTheRightToWrite),
        new Case(OBJECT, "sendIsAbortedWithTheEndpoint", EndpointCases::sendIsAbortedWithTheEndpoint),
        new Case(OBJECT, "sendThroughARevokedCapabilityStillArrives", EndpointCases::sendThroughARevokedCapabilityStillArrives),
        new Case(OBJECT, "sendersAreServedInTheirOrder", EndpointCases::sendersAreServedInTheirOrder),
        new Case(OBJECT, "receiversAreServedInTheirOrder", EndpointCases::receiversAreServedInTheirOrder),
        new Case(OBJECT, "receiveNeedsTheRightToRead", EndpointCases::receiveNeedsTheRightToRead),
        new Case(OBJECT, "receiveIsAbortedWithTheEndpoint", EndpointCases::receiveIsAbortedWithTheEndpoint),
        new Case(OBJECT, "receiveOnANotificationIsIllegal", EndpointCases::receiveOnANotificationIsIllegal),
        new Case(OBJECT, "receiveOnAnEmptySlotIsRefused", EndpointCases::receiveOnAnEmptySlotIsRefused),
        new Case(OBJECT, "receiveRefusesAnEmptySlotAsReply", EndpointCases::receiveRefusesAnEmptySlotAsReply),
        new Case(OBJECT, "receiveRefusesAnotherTypeAsReply", EndpointCases::receiveRefusesAnotherTypeAsReply),
        new Case(OBJECT, "theReceiverLearnsTheBadge", EndpointCases::theReceiverLearnsTheBadge),
        new Case(OBJECT, "theReceiverLearnsTheBadgeOfAWaitingSender", EndpointCases::theReceiverLearnsTheBadgeOfAWaitingSender),
        new Case(OBJECT, "sixWordsTravelInRegisters", EndpointCases::sixWordsTravelInRegisters),
        new Case(OBJECT, "furtherWordsTravelThroughTheBuffers", EndpointCases::furtherWordsTravelThroughTheBuffers),
        new Case(OBJECT, "theLongestMessageArrives", EndpointCases::theLongestMessageArrives),
        new Case(OBJECT, "aReceiverWithoutBufferGetsSixWords", EndpointCases::aReceiverWithoutBufferGetsSixWords),
        new Case(OBJECT, "aSenderWithoutBufferSendsNoMore", EndpointCases::aSenderWithoutBufferSendsNoMore),
        new Case(OBJECT, "aMessageThatIsTooLongIsRefused", EndpointCases::aMessageThatIsTooLongIsRefused),
        new Case(OBJECT, "noProgramCanPretendThatTheKernelRefused", EndpointCases::noProgramCanPretendThatTheKernelRefused),
        new Case(OBJECT, "aLongAnswerReachesTheCaller", EndpointCases::aLongAnswerReachesTheCaller),
        new Case(OBJECT, "threadsOfOneAddressSpaceTalk", EndpointCases::threadsOfOneAddressSpaceTalk),
        new Case(OBJECT, "aServerAnswersManyCalls", EndpointCases::aServerAnswersManyCalls),
        new Case(OBJECT, "aSuspendedSenderLeavesTheQueue", EndpointCases::aSuspendedSenderLeavesTheQueue),
        new Case(OBJECT, "aSuspendedReceiverLeavesTheQueue", EndpointCases::aSuspendedReceiverLeavesTheQueue),
    };

    private EndpointCases() {
    }

    /** An actor that sends to the endpoint as its step 0. */
    private static Actor sender(int endpoint, int label) {
        Actor sender = Actor.alone();
        sender.send(endpoint, label, 0);
        return sender;
    }

    /** An actor that receives without a reply as its step 0. */
    private static Actor receiver(int endpoint) {
        Actor receiver = Actor.alone();
        receiver.receive(endpoint, 0);
        return receiver;
    }

    private static void callWaitsForAReceiverAndForItsReply() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor client = Actor.alone();
        int call = client.call(endpoint, LABEL, 2);
        client.word(call, 0, 41).word(call, 1, 42).start();
        Actor.letAllRun();
        Check.state(ThreadState.SENDING, client, "the client's state before somebody receives");
        Actor server = Actor.alone();
        int receive = server.receive(endpoint, reply);
        int send = server.send(reply, LABEL + 1, 1);
        server.word(send, 0, 43).start();
        Actor.letAllRun();
        Check.equal(LABEL, server.tag(receive).label(), "the label that the server got");
        Check.equal(2, server.tag(receive).length(), "the length that the server got");
        Check.equal(42, server.word(receive, 1), "the second word that the server got");
        Check.equal(1, client.done(call), "how often the call returned");
        Check.equal(LABEL + 1, client.tag(call).label(), "the label of the answer");
        Check.equal(43, client.word(call, 0), "the first word of the answer");
    }

    private static void callReachesAReceiverThatWaits() {
        int endpoint = Fresh.endpoint();
        Actor server = Actor.alone();
        int receive = server.receive(endpoint, Fresh.reply());
        server.start();
        Actor.letAllRun();
        Check.state(ThreadState.RECEIVING, server, "the server's state");
        Actor client = Actor.alone();
        int call = client.call(endpoint, LABEL, 0);
        client.start();
        Actor.letAllRun();
        Check.equal(LABEL, server.tag(receive).label(), "the label that the server got");
        Check.state(ThreadState.AWAITING_REPLY, client, "the client's state");
        Check.equal(0, client.done(call), "how often the call returned");
    }

    private static void callNeedsTheRightToWrite() {
        Actor client = Actor.alone();
        int call = client.call(Fresh.copy(Fresh.endpoint(), Rights.READ), LABEL, 0);
        client.start();
        Actor.letAllRun();
        Check.error(KernelError.MISSING_RIGHT, client.error(call), "a call without the right to write");
    }

    private static void callToAReceiverWithoutReplyIsAborted() {
        int endpoint = Fresh.endpoint();
        Actor client = Actor.alone();
        int call = client.call(endpoint, LABEL, 0);
        client.start();
        Actor server = receiver(endpoint).start();
        Actor.letAllRun();
        Check.equal(LABEL, server.tag(0).label(), "the label that the server got");
        Check.error(KernelError.ABORTED, client.error(call), "the call");
    }

    private static void callIsAbortedWithTheEndpoint() {
        int endpoint = Fresh.endpoint();
        Actor client = Actor.alone();
        int call = client.call(endpoint, LABEL, 0);
        client.start();
        Actor.letAllRun();
        Check.done(Fresh.delete(endpoint), "deleting the endpoint");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, client.error(call), "the call");
    }

    private static void callThatWasTakenOutlivesTheEndpoint() {
        int endpoint = Fresh.endpoint();
        int go = Fresh.notification();
        int reply = Fresh.reply();
        Actor client = Actor.alone();
        int call = client.call(endpoint, LABEL, 0);
        client.start();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        server.await(go);
        server.send(reply, LABEL + 1, 0);
        server.start();
        Actor.letAllRun();
        Check.done(Fresh.delete(endpoint), "deleting the endpoint");
        Notifier.signal(go);
        Actor.letAllRun();
        Check.equal(LABEL + 1, client.tag(call).label(), "the label of the answer");
    }

    private static void sendWaitsUntilItIsTaken() {
        int endpoint = Fresh.endpoint();
        Actor sender = sender(endpoint, LABEL).start();
        Actor.letAllRun();
        Check.state(ThreadState.SENDING, sender, "the sender's state");
        receiver(endpoint).start();
        Actor.letAllRun();
        Check.equal(1, sender.done(0), "how often the send returned");
        Check.error(KernelError.NONE, sender.error(0), "the send");
    }

    private static void sendNeedsTheRightToWrite() {
        Actor sender = sender(Fresh.copy(Fresh.endpoint(), Rights.READ), LABEL).start();
        Actor.letAllRun();
        Check.error(KernelError.MISSING_RIGHT, sender.error(0), "a send without the right to write");
    }

    private static void sendIsAbortedWithTheEndpoint() {
        int endpoint = Fresh.endpoint();
        Actor one = sender(endpoint, LABEL).start();
        Actor other = sender(endpoint, LABEL).start();
        Actor.letAllRun();
        Check.done(Fresh.delete(endpoint), "deleting the endpoint");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, one.error(0), "one send");
        Check.error(KernelError.ABORTED, other.error(0), "the other send");
    }

    private static void sendThroughARevokedCapabilityStillArrives() {
        int endpoint = Fresh.endpoint();
        Actor sender = sender(Fresh.mint(endpoint, Rights.WRITE, BADGE), LABEL).start();
        Actor.letAllRun();
        Check.done(Fresh.revoke(endpoint), "revoking the sender's capability");
        Actor receiver = receiver(endpoint).start();
        Actor.letAllRun();
        Check.equal(BADGE, receiver.badge(0), "the badge that the receiver got");
        Check.equal(1, sender.done(0), "how often the send returned");
    }

    private static void sendersAreServedInTheirOrder() {
        int endpoint = Fresh.endpoint();
        for (int label = 1; label <= 3; label++) {
            sender(endpoint, label).start();
            Actor.letAllRun();
        }
        Actor receiver = Actor.alone();
        receiver.receive(endpoint, 0);
        receiver.receive(endpoint, 0);
        receiver.receive(endpoint, 0);
        receiver.start();
        Actor.letAllRun();
        for (int i = 0; i < 3; i++) {
            Check.equal(i + 1, receiver.tag(i).label(), "the label of a message in its turn");
        }
    }

    private static void receiversAreServedInTheirOrder() {
        int endpoint = Fresh.endpoint();
        Actor first = receiver(endpoint).start();
        Actor.letAllRun();
        Actor second = receiver(endpoint).start();
        Actor.letAllRun();
        Actor sender = Actor.alone();
        sender.send(endpoint, 1, 0);
        sender.send(endpoint, 2, 0);
        sender.start();
        Actor.letAllRun();
        Check.equal(1, first.tag(0).label(), "what the first receiver got");
        Check.equal(2, second.tag(0).label(), "what the second receiver got");
    }

    private static void receiveNeedsTheRightToRead() {
        Actor receiver = receiver(Fresh.copy(Fresh.endpoint(), Rights.WRITE)).start();
        Actor.letAllRun();
        Check.error(KernelError.MISSING_RIGHT, receiver.error(0), "a receive without the right to read");
    }

    private static void receiveIsAbortedWithTheEndpoint() {
        int endpoint = Fresh.endpoint();
        Actor receiver = receiver(endpoint).start();
        Actor.letAllRun();
        Check.done(Fresh.delete(endpoint), "deleting the endpoint");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, receiver.error(0), "the receive");
    }

    private static void receiveOnANotificationIsIllegal() {
        Actor receiver = receiver(Fresh.notification()).start();
        Actor.letAllRun();
        Check.error(KernelError.ILLEGAL_OPERATION, receiver.error(0), "receiving on a notification");
    }

    private static void receiveOnAnEmptySlotIsRefused() {
        Actor receiver = receiver(Fresh.slot()).start();
        Actor.letAllRun();
        Check.error(KernelError.INVALID_CAPABILITY, receiver.error(0), "receiving on an empty slot");
    }

    private static void receiveRefusesAnEmptySlotAsReply() {
        Actor receiver = Actor.alone();
        int receive = receiver.receive(Fresh.endpoint(), Fresh.slot());
        receiver.start();
        Actor.letAllRun();
        Check.error(KernelError.FAILED_LOOKUP, receiver.error(receive), "an empty slot as reply");
    }

    private static void receiveRefusesAnotherTypeAsReply() {
        int endpoint = Fresh.endpoint();
        Actor receiver = Actor.alone();
        int receive = receiver.receive(endpoint, endpoint);
        receiver.start();
        Actor.letAllRun();
        Check.error(KernelError.FAILED_LOOKUP, receiver.error(receive), "an endpoint as reply");
    }

    private static void theReceiverLearnsTheBadge() {
        int endpoint = Fresh.endpoint();
        Actor receiver = receiver(endpoint).start();
        Actor.letAllRun();
        sender(Fresh.mint(endpoint, Rights.ALL, BADGE), LABEL).start();
        Actor.letAllRun();
        Check.equal(BADGE, receiver.badge(0), "the badge");
    }

    private static void theReceiverLearnsTheBadgeOfAWaitingSender() {
        int endpoint = Fresh.endpoint();
        sender(Fresh.mint(endpoint, Rights.ALL, BADGE), LABEL).start();
        Actor.letAllRun();
        Actor receiver = receiver(endpoint).start();
        Actor.letAllRun();
        Check.equal(BADGE, receiver.badge(0), "the badge");
    }

    /** Sends a message of some words, of which each is its index and 1000. */
    private static Actor talker(int endpoint, int length) {
        Actor sender = Actor.alone();
        int send = sender.send(endpoint, LABEL, length);
        for (int i = 0; i < Math.min(length, Tag.REGISTER_WORDS); i++) {
            sender.word(send, i, 1000 + i);
        }
        for (int i = Tag.REGISTER_WORDS; i < Math.min(length, Tag.MAX_LENGTH); i++) {
            sender.setBufferWord(i, 1000 + i);
        }
        return sender;
    }

    private static void sixWordsTravelInRegisters() {
        int endpoint = Fresh.endpoint();
        talker(endpoint, Tag.REGISTER_WORDS).withoutBuffer().start();
        Actor receiver = receiver(endpoint).withoutBuffer().start();
        Actor.letAllRun();
        Check.equal(Tag.REGISTER_WORDS, receiver.tag(0).length(), "the length");
        for (int i = 0; i < Tag.REGISTER_WORDS; i++) {
            Check.equal(1000 + i, receiver.word(0, i), "a word");
        }
    }

    private static void furtherWordsTravelThroughTheBuffers() {
        int endpoint = Fresh.endpoint();
        talker(endpoint, LONG_MESSAGE).start();
        Actor receiver = receiver(endpoint);
        receiver.setBufferWord(LONG_MESSAGE, 7);
        receiver.start();
        Actor.letAllRun();
        Check.equal(LONG_MESSAGE, receiver.tag(0).length(), "the length");
        for (int i = Tag.REGISTER_WORDS; i < LONG_MESSAGE; i++) {
            Check.equal(1000 + i, receiver.bufferWord(i), "a word in the buffer");
        }
        Check.equal(7, receiver.bufferWord(LONG_MESSAGE), "the word behind the message");
    }

    private static void theLongestMessageArrives() {
        int endpoint = Fresh.endpoint();
        talker(endpoint, Tag.MAX_LENGTH).start();
        Actor receiver = receiver(endpoint).start();
        Actor.letAllRun();
        Check.equal(Tag.MAX_LENGTH, receiver.tag(0).length(), "the length");
        Check.equal(1000 + Tag.MAX_LENGTH - 1, receiver.bufferWord(Tag.MAX_LENGTH - 1), "the last word");
    }

    private static void aReceiverWithoutBufferGetsSixWords() {
        int endpoint = Fresh.endpoint();
        Actor sender = talker(endpoint, LONG_MESSAGE).start();
        Actor receiver = receiver(endpoint).withoutBuffer().start();
        Actor.letAllRun();
        Check.equal(Tag.REGISTER_WORDS, receiver.tag(0).length(), "the length");
        Check.equal(1005, receiver.word(0, 5), "the last word");
        Check.error(KernelError.NONE, sender.error(0), "the send");
    }

    private static void aSenderWithoutBufferSendsNoMore() {
        int endpoint = Fresh.endpoint();
        Actor sender = talker(endpoint, Tag.REGISTER_WORDS + 1).withoutBuffer().start();
        Actor receiver = receiver(endpoint).start();
        Actor.letAllRun();
        Check.error(KernelError.TRUNCATED_MESSAGE, sender.error(0), "the send");
        Check.state(ThreadState.RECEIVING, receiver, "the receiver's state");
    }

    private static void aMessageThatIsTooLongIsRefused() {
        Actor sender = talker(Fresh.endpoint(), Tag.MAX_LENGTH + 1).start();
        Actor.letAllRun();
        Check.error(KernelError.TRUNCATED_MESSAGE, sender.error(0), "the send");
    }

    private static void noProgramCanPretendThatTheKernelRefused() {
        int endpoint = Fresh.endpoint();
        Actor sender = Actor.alone();
        sender.systemCall(SystemCallNumber.SEND, endpoint, 0, Tag.failure(KernelError.ABORTED, 0).bits() | 1L << 63);
        sender.start();
        Actor receiver = receiver(endpoint).start();
        Actor.letAllRun();
        Check.equal(1, receiver.done(0), "how often the receive returned");
        Check.that(!receiver.tag(0).failed(), "that the tag speaks for the sender alone");
    }

    private static void aLongAnswerReachesTheCaller() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor client = Actor.alone();
        int call = client.call(endpoint, LABEL, 0);
        client.start();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        server.send(reply, LABEL, Tag.MAX_LENGTH);
        server.setBufferWord(Tag.MAX_LENGTH - 1, 55);
        server.start();
        Actor.letAllRun();
        Check.equal(Tag.MAX_LENGTH, client.tag(call).length(), "the length");
        Check.equal(55, client.bufferWord(Tag.MAX_LENGTH - 1), "the last word");
    }

    private static void threadsOfOneAddressSpaceTalk() {
        int endpoint = Fresh.endpoint();
        Actor sender = Actor.alone();
        sender.send(endpoint, LABEL, 0);
        sender.start();
        Actor receiver = Actor.with(sender);
        receiver.receive(endpoint, 0);
        receiver.start();
        Actor.letAllRun();
        Check.equal(LABEL, receiver.tag(0).label(), "the label");
    }

    private static void aServerAnswersManyCalls() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        int first = server.receive(endpoint, reply);
        int again = server.replyReceive(endpoint, reply, LABEL, 0);
        server.then(again, again).start();
        Actor one = Actor.alone();
        Actor other = Actor.alone();
        int calls = 10;
        for (int i = 0; i < calls; i++) {
            one.call(endpoint, i, 0);
            other.call(endpoint, i, 0);
        }
        one.start();
        other.start();
        Actor.letAllRun();
        Check.equal(1, server.done(first), "how often the first receive returned");
        Check.equal(2 * calls - 1, server.done(again), "how often the others returned");
        Check.equal(LABEL, one.tag(calls - 1).label(), "the last answer to one client");
        Check.equal(LABEL, other.tag(calls - 1).label(), "the last answer to the other client");
    }

    private static void aSuspendedSenderLeavesTheQueue() {
        int endpoint = Fresh.endpoint();
        Actor gone = sender(endpoint, 1).start();
        Actor.letAllRun();
        sender(endpoint, 2).start();
        Actor.letAllRun();
        Check.done(gone.suspend(), "suspending the first sender");
        Actor receiver = receiver(endpoint).start();
        Actor.letAllRun();
        Check.equal(2, receiver.tag(0).label(), "the label that arrived");
        Check.state(ThreadState.INACTIVE, gone, "the suspended sender's state");
    }

    private static void aSuspendedReceiverLeavesTheQueue() {
        int endpoint = Fresh.endpoint();
        Actor gone = receiver(endpoint).start();
        Actor.letAllRun();
        Actor stays = receiver(endpoint).start();
        Actor.letAllRun();
        Check.done(gone.suspend(), "suspending the first receiver");
        sender(endpoint, LABEL).start();
        Actor.letAllRun();
        Check.equal(1, stays.done(0), "how often the second receive returned");
        Check.equal(0, gone.done(0), "how often the first receive returned");
    }
}
