package peaberry.conformance;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;

/** Capabilities that travel with messages. */
final class TransferCases {

    private static final String OBJECT = "Transfer";
    private static final int LABEL = 0x77;
    private static final int BADGE = 99;
    private static final int TABLE_BITS = 3;
    private static final int PAGE_BITS = 12;
    /** As many CNodes lie on the way of an address at most. */
    private static final int MOST_LEVELS = 4;
    private static final int SUITE_TABLE_BITS = 10;

    static final Case[] ALL = {
        new Case(OBJECT, "aCapabilityArrivesWithItsRightsAndItsBadge", TransferCases::aCapabilityArrivesWithItsRightsAndItsBadge),
        new Case(OBJECT, "whatArrivesCanBeUsed", TransferCases::whatArrivesCanBeUsed),
        new Case(OBJECT, "whatArrivesIsDerivedFromTheSenders", TransferCases::whatArrivesIsDerivedFromTheSenders),
        new Case(OBJECT, "fourCapabilitiesArriveInTheirOrder", TransferCases::fourCapabilitiesArriveInTheirOrder),
        new Case(OBJECT, "capabilitiesAndALongMessageArriveTogether", TransferCases::capabilitiesAndALongMessageArriveTogether),
        new Case(OBJECT, "aWaitingSendersCapabilityArrives", TransferCases::aWaitingSendersCapabilityArrives),
        new Case(OBJECT, "whatAWaitingSenderLostDoesNotArrive", TransferCases::whatAWaitingSenderLostDoesNotArrive),
        new Case(OBJECT, "aCallBringsACapability", TransferCases::aCallBringsACapability),
        new Case(OBJECT, "anAnswerBringsACapability", TransferCases::anAnswerBringsACapability),
        new Case(OBJECT, "eachTableIsItsThreadsOwn", TransferCases::eachTableIsItsThreadsOwn),
        new Case(OBJECT, "asManyAsCanTravelThroughTheDeepestTables", TransferCases::asManyAsCanTravelThroughTheDeepestTables),
        new Case(OBJECT, "aTableThatMayNotBeWrittenToStaysAsItIs", TransferCases::aTableThatMayNotBeWrittenToStaysAsItIs),
        new Case(OBJECT, "nothingIsForcedOnAReceiver", TransferCases::nothingIsForcedOnAReceiver),
        new Case(OBJECT, "aReceiverWithoutBufferGetsTheMessageAlone", TransferCases::aReceiverWithoutBufferGetsTheMessageAlone),
        new Case(OBJECT, "anOccupiedSlotEndsTheTransfer", TransferCases::anOccupiedSlotEndsTheTransfer),
        new Case(OBJECT, "sendingNeedsTheRightToGrant", TransferCases::sendingNeedsTheRightToGrant),
        new Case(OBJECT, "answeringNeedsTheRightToGrant", TransferCases::answeringNeedsTheRightToGrant),
        new Case(OBJECT, "moreThanFourAreRefused", TransferCases::moreThanFourAreRefused),
        new Case(OBJECT, "anEmptySlotIsRefused", TransferCases::anEmptySlotIsRefused),
        new Case(OBJECT, "aSlotThatIsNotThereIsRefused", TransferCases::aSlotThatIsNotThereIsRefused),
        new Case(OBJECT, "untypedMemoryIsRefused", TransferCases::untypedMemoryIsRefused),
        new Case(OBJECT, "aSenderWithoutBufferIsRefused", TransferCases::aSenderWithoutBufferIsRefused),
        new Case(OBJECT, "aFaultIsNotAnsweredWithCapabilities", TransferCases::aFaultIsNotAnsweredWithCapabilities),
        new Case(OBJECT, "programsAskAndAnswerWithCapabilities", TransferCases::programsAskAndAnswerWithCapabilities),
    };

    private TransferCases() {
    }

    private static long message(int length, int capabilities) {
        return Tag.of(LABEL, length).withCapabilities(capabilities).bits();
    }

    /** An actor that sends so many capabilities as its step 0. */
    private static Actor sender(int endpoint, int capabilities) {
        Actor sender = Actor.alone();
        sender.systemCall(SystemCallNumber.SEND, endpoint, 0, message(0, capabilities));
        return sender;
    }

    /** An actor that receives without a reply as its step 0. */
    private static Actor receiver(int endpoint) {
        Actor receiver = Actor.alone();
        receiver.receive(endpoint, 0);
        return receiver;
    }

    private static CapabilityType type(int slot) {
        Check.done(Kernel.call(Own.table(), Invocation.CNODE_INSPECT, slot), "looking at a slot");
        return CapabilityType.of((int) Message.word(0));
    }

    private static void expectEmpty(int slot, String what) {
        Check.equal(CapabilityType.NULL.ordinal(), type(slot).ordinal(), what);
    }

    private static void expectNotification(int slot, String what) {
        Check.equal(CapabilityType.NOTIFICATION.ordinal(), type(slot).ordinal(), what);
    }

    private static void aCapabilityArrivesWithItsRightsAndItsBadge() {
        int endpoint = Fresh.endpoint();
        int destination = Fresh.slot();
        Actor receiver = receiver(endpoint).expect(0, destination).start();
        Actor.letAllRun();
        Actor sender = sender(endpoint, 1).attach(0, Fresh.mint(Fresh.notification(), Rights.WRITE, BADGE)).start();
        Actor.letAllRun();
        Check.error(KernelError.NONE, sender.error(0), "the send");
        Check.equal(LABEL, receiver.tag(0).label(), "the label");
        Check.equal(1, receiver.tag(0).capabilities(), "how many arrived");
        expectNotification(destination, "what arrived");
        Check.equal(Rights.WRITE.bits(), Message.word(1), "its rights");
        Check.equal(BADGE, Message.word(2), "its badge");
    }

    private static void whatArrivesCanBeUsed() {
        int endpoint = Fresh.endpoint();
        int notification = Fresh.notification();
        int destination = Fresh.slot();
        Actor receiver = receiver(endpoint).expect(0, destination);
        receiver.signal(destination);
        receiver.start();
        sender(endpoint, 1).attach(0, Fresh.mint(notification, Rights.WRITE, BADGE)).start();
        Actor.letAllRun();
        Check.equal(BADGE, SystemCalls.poll(Capability.at(notification)), "the signal");
    }

    private static void whatArrivesIsDerivedFromTheSenders() {
        int endpoint = Fresh.endpoint();
        int notification = Fresh.notification();
        int destination = Fresh.slot();
        receiver(endpoint).expect(0, destination).start();
        sender(endpoint, 1).attach(0, notification).start();
        Actor.letAllRun();
        expectNotification(destination, "what arrived");
        Check.done(Kernel.call(Own.table(), Invocation.CNODE_REVOKE, notification), "revoking");
        expectEmpty(destination, "what is left of it");
    }

    private static void fourCapabilitiesArriveInTheirOrder() {
        int endpoint = Fresh.endpoint();
        int first = Fresh.slots(Tag.MAX_CAPABILITIES);
        Actor receiver = receiver(endpoint);
        Actor sender = sender(endpoint, Tag.MAX_CAPABILITIES);
        for (int i = 0; i < Tag.MAX_CAPABILITIES; i++) {
            receiver.expect(i, first + i);
            sender.attach(i, Fresh.mint(Fresh.notification(), Rights.ALL, BADGE + i));
        }
        receiver.start();
        sender.start();
        Actor.letAllRun();
        Check.equal(Tag.MAX_CAPABILITIES, receiver.tag(0).capabilities(), "how many arrived");
        for (int i = 0; i < Tag.MAX_CAPABILITIES; i++) {
            expectNotification(first + i, "what arrived");
            Check.equal(BADGE + i, Message.word(2), "its badge");
        }
    }

    private static void capabilitiesAndALongMessageArriveTogether() {
        int endpoint = Fresh.endpoint();
        int destination = Fresh.slot();
        Actor receiver = receiver(endpoint).expect(0, destination).start();
        Actor sender = Actor.alone();
        sender.systemCall(SystemCallNumber.SEND, endpoint, 0, message(Tag.MAX_LENGTH, 1));
        sender.attach(0, Fresh.notification()).setBufferWord(Tag.MAX_LENGTH - 1, BADGE);
        sender.start();
        Actor.letAllRun();
        Check.equal(Tag.MAX_LENGTH, receiver.tag(0).length(), "the length");
        Check.equal(BADGE, receiver.bufferWord(Tag.MAX_LENGTH - 1), "the last word");
        Check.equal(destination, receiver.bufferWord(Tag.RECEIVED_CAPABILITIES), "where the receiver wanted it");
        expectNotification(destination, "what arrived");
    }

    private static void aWaitingSendersCapabilityArrives() {
        int endpoint = Fresh.endpoint();
        int destination = Fresh.slot();
        Actor sender = sender(endpoint, 1).attach(0, Fresh.notification()).start();
        Actor.letAllRun();
        Check.state(ThreadState.SENDING, sender, "the sender's state");
        Actor receiver = receiver(endpoint).expect(0, destination).start();
        Actor.letAllRun();
        Check.equal(1, receiver.tag(0).capabilities(), "how many arrived");
        expectNotification(destination, "what arrived");
    }

    private static void whatAWaitingSenderLostDoesNotArrive() {
        int endpoint = Fresh.endpoint();
        int notification = Fresh.notification();
        int destination = Fresh.slot();
        sender(endpoint, 1).attach(0, notification).start();
        Actor.letAllRun();
        Check.done(Kernel.call(Own.table(), Invocation.CNODE_DELETE, notification), "deleting");
        Actor receiver = receiver(endpoint).expect(0, destination).start();
        Actor.letAllRun();
        Check.equal(LABEL, receiver.tag(0).label(), "the label");
        Check.equal(0, receiver.tag(0).capabilities(), "how many arrived");
        expectEmpty(destination, "what arrived");
    }

    private static void aCallBringsACapability() {
        int endpoint = Fresh.endpoint();
        int destination = Fresh.slot();
        Actor server = Actor.alone().expect(0, destination);
        server.receive(endpoint, Fresh.reply());
        server.start();
        Actor client = Actor.alone().attach(0, Fresh.notification());
        client.systemCall(SystemCallNumber.CALL, endpoint, 0, message(1, 1));
        client.start();
        Actor.letAllRun();
        Check.equal(1, server.tag(0).capabilities(), "how many arrived");
        expectNotification(destination, "what arrived");
        Check.state(ThreadState.AWAITING_REPLY, client, "the client's state");
    }

    private static void anAnswerBringsACapability() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        int destination = Fresh.slot();
        Actor server = Actor.alone().attach(0, Fresh.notification());
        server.receive(endpoint, reply);
        server.systemCall(SystemCallNumber.REPLY_RECEIVE, endpoint, reply, message(0, 1));
        server.start();
        Actor client = Actor.alone().expect(0, destination);
        int call = client.call(endpoint, LABEL, 0);
        client.start();
        Actor.letAllRun();
        Check.equal(1, client.tag(call).capabilities(), "how many arrived");
        expectNotification(destination, "what arrived");
        Check.state(ThreadState.RECEIVING, server, "the server's state");
    }

    private static void eachTableIsItsThreadsOwn() {
        int endpoint = Fresh.endpoint();
        int table = Fresh.table(TABLE_BITS);
        int notification = Fresh.notification();
        Check.done(Kernel.call(table, Invocation.CNODE_COPY, 1, Own.table(), endpoint, Rights.ALL.bits()), "giving the endpoint");
        Actor receiver = Actor.alone().withTable(table).expect(0, 2);
        receiver.receive(1, 0);
        receiver.signal(2);
        receiver.start();
        sender(endpoint, 1).attach(0, notification).start();
        Actor.letAllRun();
        Check.equal(1, receiver.tag(0).capabilities(), "how many arrived");
        Check.done(Kernel.call(table, Invocation.CNODE_INSPECT, 2), "looking at the receiver's slot");
        Check.equal(CapabilityType.NOTIFICATION.ordinal(), Message.word(0), "what arrived");
    }

    /** A table whose first slot holds the table itself. */
    private static int deepTable() {
        int table = Fresh.table(TABLE_BITS);
        Check.done(Kernel.call(table, Invocation.CNODE_COPY, 1, Own.table(), table, Rights.ALL.bits()), "putting a table into itself");
        return table;
    }

    /** The address of a slot of such a table, through as many CNodes as there may be. */
    private static long deep(int table, int index) {
        long address = index;
        for (int level = 2; level < MOST_LEVELS; level++) {
            address = address << TABLE_BITS | 1;
        }
        return address << SUITE_TABLE_BITS | table;
    }

    /** An answer with four capabilities, and a message with four that waits: what takes longest. */
    private static void asManyAsCanTravelThroughTheDeepestTables() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        int sources = deepTable();
        int answers = deepTable();
        int messages = deepTable();
        Actor server = Actor.alone();
        Actor client = Actor.alone();
        Actor sender = Actor.alone();
        for (int i = 0; i < Tag.MAX_CAPABILITIES; i++) {
            Check.done(Kernel.call(sources, Invocation.CNODE_COPY, 2 + i, Own.table(), Fresh.notification(), Rights.ALL.bits()), "filling a table");
            server.attach(i, deep(sources, 2 + i)).expect(i, deep(messages, 2 + i));
            client.expect(i, deep(answers, 2 + i));
            sender.attach(i, deep(sources, 2 + i));
        }
        int waiting = Fresh.endpoint();
        sender.systemCall(SystemCallNumber.SEND, waiting, 0, message(0, Tag.MAX_CAPABILITIES));
        sender.start();
        server.receive(endpoint, reply);
        int answer = server.systemCall(SystemCallNumber.REPLY_RECEIVE, waiting, reply, message(0, Tag.MAX_CAPABILITIES));
        server.start();
        Actor.letAllRun();
        int call = client.call(endpoint, LABEL, 0);
        client.start();
        Actor.letAllRun();
        Check.equal(Tag.MAX_CAPABILITIES, client.tag(call).capabilities(), "how many came with the answer");
        Check.equal(Tag.MAX_CAPABILITIES, server.tag(answer).capabilities(), "how many came with the message");
    }

    private static void aTableThatMayNotBeWrittenToStaysAsItIs() {
        int endpoint = Fresh.endpoint();
        int table = Fresh.table(TABLE_BITS);
        int readable = Fresh.copy(table, Rights.READ);
        Actor receiver = receiver(endpoint).expect(0, readable | 2L << SUITE_TABLE_BITS).start();
        sender(endpoint, 1).attach(0, Fresh.notification()).start();
        Actor.letAllRun();
        Check.equal(LABEL, receiver.tag(0).label(), "the label");
        Check.equal(0, receiver.tag(0).capabilities(), "how many arrived");
        Check.done(Kernel.call(table, Invocation.CNODE_INSPECT, 2), "looking at the table");
        Check.equal(CapabilityType.NULL.ordinal(), Message.word(0), "what is there");
    }

    private static void nothingIsForcedOnAReceiver() {
        int endpoint = Fresh.endpoint();
        Actor receiver = receiver(endpoint).start();
        Actor sender = sender(endpoint, 1).attach(0, Fresh.notification()).start();
        Actor.letAllRun();
        Check.error(KernelError.NONE, sender.error(0), "the send");
        Check.equal(LABEL, receiver.tag(0).label(), "the label");
        Check.equal(0, receiver.tag(0).capabilities(), "how many arrived");
    }

    private static void aReceiverWithoutBufferGetsTheMessageAlone() {
        int endpoint = Fresh.endpoint();
        Actor receiver = receiver(endpoint).withoutBuffer().start();
        sender(endpoint, 1).attach(0, Fresh.notification()).start();
        Actor.letAllRun();
        Check.equal(LABEL, receiver.tag(0).label(), "the label");
        Check.equal(0, receiver.tag(0).capabilities(), "how many arrived");
    }

    private static void anOccupiedSlotEndsTheTransfer() {
        int endpoint = Fresh.endpoint();
        int first = Fresh.slot();
        int third = Fresh.slot();
        Actor receiver = receiver(endpoint).expect(0, first).expect(1, endpoint).expect(2, third).start();
        int notification = Fresh.notification();
        sender(endpoint, 3).attach(0, notification).attach(1, notification).attach(2, notification).start();
        Actor.letAllRun();
        Check.equal(1, receiver.tag(0).capabilities(), "how many arrived");
        expectNotification(first, "what arrived");
        expectEmpty(third, "what did not arrive");
    }

    /** A message with capabilities is refused, and the receiver waits on. */
    private static void expectRefusal(KernelError error, int endpoint, Actor sender) {
        int destination = Fresh.slot();
        Actor receiver = receiver(endpoint).expect(0, destination).start();
        Actor.letAllRun();
        sender.start();
        Actor.letAllRun();
        Check.error(error, sender.error(0), "the send");
        Check.state(ThreadState.RECEIVING, receiver, "the receiver's state");
        expectEmpty(destination, "what arrived");
    }

    private static void sendingNeedsTheRightToGrant() {
        int endpoint = Fresh.endpoint();
        int channel = Fresh.copy(endpoint, Rights.READ_WRITE);
        expectRefusal(KernelError.MISSING_RIGHT, endpoint, sender(channel, 1).attach(0, Fresh.notification()));
    }

    private static void answeringNeedsTheRightToGrant() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        int channel = Fresh.copy(reply, Rights.WRITE);
        Actor server = Actor.alone().attach(0, Fresh.notification());
        server.receive(endpoint, reply);
        int refused = server.systemCall(SystemCallNumber.REPLY_RECEIVE, endpoint, channel, message(0, 1));
        int alsoRefused = server.systemCall(SystemCallNumber.SEND, channel, 0, message(0, 1));
        server.start();
        Actor client = Actor.alone();
        client.call(endpoint, LABEL, 0);
        client.start();
        Actor.letAllRun();
        Check.error(KernelError.MISSING_RIGHT, server.error(refused), "answering and receiving");
        Check.error(KernelError.MISSING_RIGHT, server.error(alsoRefused), "answering");
        Check.state(ThreadState.AWAITING_REPLY, client, "the client's state");
    }

    private static void moreThanFourAreRefused() {
        int endpoint = Fresh.endpoint();
        Actor sender = sender(endpoint, Tag.MAX_CAPABILITIES + 1);
        for (int i = 0; i < Tag.MAX_CAPABILITIES; i++) {
            sender.attach(i, Fresh.notification());
        }
        expectRefusal(KernelError.INVALID_ARGUMENT, endpoint, sender);
    }

    private static void anEmptySlotIsRefused() {
        int endpoint = Fresh.endpoint();
        expectRefusal(KernelError.FAILED_LOOKUP, endpoint,
                sender(endpoint, 2).attach(0, Fresh.notification()).attach(1, Fresh.slot()));
    }

    private static void aSlotThatIsNotThereIsRefused() {
        int endpoint = Fresh.endpoint();
        expectRefusal(KernelError.FAILED_LOOKUP, endpoint, sender(endpoint, 1).attach(0, Long.MIN_VALUE));
    }

    private static void untypedMemoryIsRefused() {
        int endpoint = Fresh.endpoint();
        expectRefusal(KernelError.ILLEGAL_OPERATION, endpoint, sender(endpoint, 1).attach(0, Fresh.untyped(PAGE_BITS)));
    }

    private static void aSenderWithoutBufferIsRefused() {
        int endpoint = Fresh.endpoint();
        expectRefusal(KernelError.TRUNCATED_MESSAGE, endpoint, sender(endpoint, 1).withoutBuffer());
    }

    private static void aFaultIsNotAnsweredWithCapabilities() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor handler = Actor.alone().attach(0, Fresh.notification());
        handler.receive(endpoint, reply);
        int answer = handler.systemCall(SystemCallNumber.SEND, reply, 0, message(0, 1));
        handler.start();
        Actor faulting = Actor.alone().handledBy(endpoint);
        faulting.load(0);
        faulting.start();
        Actor.letAllRun();
        Check.error(KernelError.INVALID_ARGUMENT, handler.error(answer), "the answer");
        Check.state(ThreadState.FAULTED, faulting, "the faulting thread's state");
    }

    private static void programsAskAndAnswerWithCapabilities() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        int question = Fresh.notification();
        int answer = Fresh.notification();
        int asked = Fresh.slot();
        int answered = Fresh.slot();
        Actor server = Actor.alone().expect(0, asked).attach(0, answer);
        server.receive(endpoint, reply);
        server.systemCall(SystemCallNumber.REPLY_RECEIVE, endpoint, reply, message(0, 1));
        server.start();
        Actor.letAllRun();
        Message.attach(0, Capability.at(question));
        Message.expect(0, Capability.at(answered));
        Tag brought = SystemCalls.call(Capability.at(endpoint), Tag.of(LABEL, 0).withCapabilities(1));
        Message.expect(0, Capability.NONE);
        Check.error(KernelError.NONE, Message.errorOf(brought), "the call");
        Check.equal(1, brought.capabilities(), "how many came with the answer");
        expectNotification(asked, "what the server got");
        expectNotification(answered, "what the server gave");
    }
}
