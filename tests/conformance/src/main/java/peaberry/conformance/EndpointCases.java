package peaberry.conformance;

import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.ThreadState;

/** Messages through endpoints. */
final class EndpointCases {

    private static final String OBJECT = "Endpoint";
    private static final int LABEL = 0x1234_5678;

    static final Case[] ALL = {
        new Case(OBJECT, "callWaitsForAReceiverAndForItsReply", EndpointCases::callWaitsForAReceiverAndForItsReply),
        new Case(OBJECT, "callNeedsTheRightToWrite", EndpointCases::callNeedsTheRightToWrite),
    };

    private EndpointCases() {
    }

    private static void callWaitsForAReceiverAndForItsReply() {
        int endpoint = Fresh.endpoint();
        Actor client = Actor.alone();
        int call = client.call(endpoint, LABEL, 2);
        client.word(call, 0, 41).word(call, 1, 42).start();
        Actor.letAllRun();
        Check.equal(ThreadState.SENDING.ordinal(), client.state().ordinal(), "the client's state before somebody receives");
        Actor server = Actor.alone();
        int reply = Fresh.reply();
        int receive = server.receive(endpoint, reply);
        int send = server.send(reply, LABEL + 1, 1);
        server.word(send, 0, 43).start();
        Actor.letAllRun();
        Check.equal(LABEL, server.tag(receive).label(), "the label that the server got");
        Check.equal(42, server.word(receive, 1), "the second word that the server got");
        Check.equal(1, client.done(call), "how often the call returned");
        Check.equal(LABEL + 1, client.tag(call).label(), "the label of the answer");
        Check.equal(43, client.word(call, 0), "the first word of the answer");
    }

    private static void callNeedsTheRightToWrite() {
        int endpoint = Fresh.copy(Fresh.endpoint(), Rights.READ);
        Actor client = Actor.alone();
        int call = client.call(endpoint, LABEL, 0);
        client.start();
        Actor.letAllRun();
        Check.error(KernelError.MISSING_RIGHT, client.error(call), "a call through a capability without the right to write");
    }
}
