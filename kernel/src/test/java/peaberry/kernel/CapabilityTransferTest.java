package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;

class CapabilityTransferTest {

    private static final int LABEL = 77;

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb sender = kernel.current();
    private final int endpoint = kernel.make(ObjectType.ENDPOINT);
    private final int notification = kernel.make(ObjectType.NOTIFICATION);
    private Tcb receiver;

    @BeforeEach
    void giveTheReceiverABuffer() {
        receiver = kernel.tcb(kernel.peer());
        Slot frame = kernel.slot(kernel.make(ObjectType.FRAME));
        receiver.buffer.copy(frame, frame.rights(), 0);
    }

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void capabilityArrivesWithItsRightsAndBadgeDerivedFromTheSenders() {
        int badged = kernel.mint(notification, TestKernel.WRITE_ONLY, 17);
        int destination = kernel.free();
        expect(receiver, destination);
        receiveAtTheEndpoint();
        send(endpoint, badged);
        Slot arrived = kernel.slot(destination);
        assertEquals(CapabilityType.NOTIFICATION, arrived.type());
        assertEquals(Rights.WRITE, arrived.rights());
        assertEquals(17, arrived.badge());
        assertSame(kernel.slot(badged), arrived.parent());
        assertEquals(1, new Tag(receiver.context.tag()).capabilities());
        assertEquals(LABEL, TestKernel.label(receiver));
    }

    @Test
    void revokingTheSendersCapabilityTakesTheReceivers() {
        int destination = kernel.free();
        expect(receiver, destination);
        receiveAtTheEndpoint();
        send(endpoint, notification);
        kernel.revoke(notification);
        assertTrue(kernel.slot(destination).isEmpty());
    }

    @Test
    void fourCapabilitiesArriveInTheirOrder() {
        int first = kernel.free(4);
        expect(receiver, first, first + 1, first + 2, first + 3);
        receiveAtTheEndpoint();
        send(endpoint, notification, endpoint, TestKernel.CNODE, TestKernel.VSPACE);
        assertEquals(4, new Tag(receiver.context.tag()).capabilities());
        assertEquals(CapabilityType.NOTIFICATION, kernel.slot(first).type());
        assertEquals(CapabilityType.ENDPOINT, kernel.slot(first + 1).type());
        assertEquals(CapabilityType.CNODE, kernel.slot(first + 2).type());
        assertEquals(CapabilityType.VSPACE, kernel.slot(first + 3).type());
    }

    @Test
    void waitingSendersCapabilitiesArriveToo() {
        attach(sender, notification);
        raw(SystemCallNumber.SEND, endpoint, 0, message(1));
        assertEquals(ThreadState.SENDING, sender.state);
        int destination = kernel.free();
        expect(receiver, destination);
        kernel.receive(endpoint, 0);
        assertEquals(CapabilityType.NOTIFICATION, kernel.slot(destination).type());
        assertEquals(1, new Tag(receiver.context.tag()).capabilities());
    }

    @Test
    void whatAWaitingSenderLosesDoesNotArrive() {
        attach(sender, notification, endpoint);
        raw(SystemCallNumber.SEND, endpoint, 0, message(2));
        kernel.delete(notification);
        int first = kernel.free(2);
        expect(receiver, first, first + 1);
        kernel.receive(endpoint, 0);
        assertEquals(0, new Tag(receiver.context.tag()).capabilities());
        assertTrue(kernel.slot(first).isEmpty());
        assertTrue(kernel.slot(first + 1).isEmpty());
        assertEquals(LABEL, TestKernel.label(receiver));
    }

    @Test
    void copyingEndsAtTheFirstSlotThatIsNotEmpty() {
        int first = kernel.free();
        int third = kernel.free();
        expect(receiver, first, endpoint, third);
        receiveAtTheEndpoint();
        send(endpoint, notification, notification, notification);
        assertEquals(1, new Tag(receiver.context.tag()).capabilities());
        assertEquals(CapabilityType.NOTIFICATION, kernel.slot(first).type());
        assertEquals(CapabilityType.ENDPOINT, kernel.slot(endpoint).type());
        assertTrue(kernel.slot(third).isEmpty());
    }

    @Test
    void oneSlotTakesOneCapability() {
        int destination = kernel.free();
        expect(receiver, destination, destination);
        receiveAtTheEndpoint();
        send(endpoint, notification, endpoint);
        assertEquals(1, new Tag(receiver.context.tag()).capabilities());
        assertEquals(CapabilityType.NOTIFICATION, kernel.slot(destination).type());
    }

    @Test
    void receiverThatNamesNoSlotGetsTheMessageAlone() {
        receiveAtTheEndpoint();
        send(endpoint, notification);
        assertEquals(0, new Tag(receiver.context.tag()).capabilities());
        assertEquals(LABEL, TestKernel.label(receiver));
        assertEquals(KernelError.NONE, kernel.error());
    }

    @Test
    void receiverWithoutBufferGetsTheMessageAlone() {
        receiver.buffer.reduce();
        receiveAtTheEndpoint();
        send(endpoint, notification);
        assertEquals(0, new Tag(receiver.context.tag()).capabilities());
        assertEquals(KernelError.NONE, kernel.error());
    }

    @Test
    void sendingNeedsTheRightToGrant() {
        int withoutGrant = kernel.mint(endpoint, Rights.READ_WRITE.bits(), 0);
        assertRefused(KernelError.MISSING_RIGHT, withoutGrant, 1, notification);
    }

    @Test
    void moreThanFourCapabilitiesAreRefused() {
        assertRefused(KernelError.INVALID_ARGUMENT, endpoint, 5, notification, notification, notification, notification);
    }

    @Test
    void senderWithoutBufferSendsNoCapabilities() {
        sender.buffer.reduce();
        raw(SystemCallNumber.SEND, endpoint, 0, message(1));
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.error());
    }

    @Test
    void emptySlotIsRefused() {
        assertRefused(KernelError.FAILED_LOOKUP, endpoint, 2, notification, kernel.free());
    }

    @Test
    void addressOfNoSlotIsRefused() {
        assertRefused(KernelError.FAILED_LOOKUP, endpoint, 1, 0);
    }

    @Test
    void memoryThatHasOneStateIsRefused() {
        assertRefused(KernelError.ILLEGAL_OPERATION, endpoint, 1, TestKernel.UNTYPED);
    }

    @Test
    void answerBringsCapabilities() {
        int destination = kernel.free();
        expect(sender, destination);
        int reply = serveOneCall(kernel.make(ObjectType.REPLY));
        attach(receiver, notification);
        raw(SystemCallNumber.SEND, reply, 0, message(1));
        assertEquals(CapabilityType.NOTIFICATION, kernel.slot(destination).type());
        assertEquals(1, new Tag(sender.context.tag()).capabilities());
        assertEquals(LABEL, TestKernel.label(sender));
    }

    @Test
    void answerAndReceiveBringsCapabilities() {
        int destination = kernel.free();
        expect(sender, destination);
        int reply = serveOneCall(kernel.make(ObjectType.REPLY));
        attach(receiver, notification);
        raw(SystemCallNumber.REPLY_RECEIVE, endpoint, reply, message(1));
        assertEquals(CapabilityType.NOTIFICATION, kernel.slot(destination).type());
        assertEquals(1, new Tag(sender.context.tag()).capabilities());
        assertEquals(ThreadState.RECEIVING, receiver.state);
    }

    @Test
    void answerNeedsTheRightToGrant() {
        int reply = serveOneCall(kernel.make(ObjectType.REPLY));
        int withoutGrant = kernel.mint(reply, Rights.WRITE.bits(), 0);
        attach(receiver, notification);
        raw(SystemCallNumber.SEND, withoutGrant, 0, message(1));
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        raw(SystemCallNumber.REPLY_RECEIVE, endpoint, withoutGrant, message(1));
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        assertEquals(ThreadState.AWAITING_REPLY, sender.state);
    }

    @Test
    void nothingIsPutIntoATableThatTheReceiverMayNotWriteTo() {
        int table = tableInASlot(Rights.READ);
        expect(receiver, within(table, 2));
        receiveAtTheEndpoint();
        send(endpoint, notification);
        assertEquals(0, new Tag(receiver.context.tag()).capabilities());
        assertTrue(((CNode) kernel.slot(table).object()).slot(2).isEmpty());
    }

    @Test
    void aTableThatMayBeWrittenToIsEnoughForTheReceiver() {
        int table = tableInASlot(Rights.WRITE);
        expect(receiver, within(table, 2));
        receiveAtTheEndpoint();
        send(endpoint, notification);
        assertEquals(CapabilityType.NOTIFICATION, ((CNode) kernel.slot(table).object()).slot(2).type());
    }

    @Test
    void nothingIsTakenFromATableThatTheSenderMayNotRead() {
        int table = tableInASlot(Rights.WRITE);
        ((CNode) kernel.slot(table).object()).slot(2).copy(kernel.slot(notification), Rights.ALL, 0);
        assertRefused(KernelError.FAILED_LOOKUP, endpoint, 1, within(table, 2));
    }

    private int tableInASlot(Rights rights) {
        return kernel.mint(kernel.make(ObjectType.CNODE, 2), rights.bits(), 0);
    }

    private static int within(int table, int index) {
        return table | index << BootInfo.CNODE_BITS;
    }

    @Test
    void faultIsNotAnsweredWithCapabilities() {
        int reply = kernel.make(ObjectType.REPLY);
        Tcb faulting = kernel.tcb(kernel.thread(255, endpoint));
        kernel.receive(endpoint, reply);
        kernel.switchTo(faulting);
        kernel.systemCalls.fault(FaultKind.ILLEGAL_INSTRUCTION, 0, 0);
        kernel.switchTo(sender);
        attach(sender, notification);
        raw(SystemCallNumber.SEND, reply, 0, message(1));
        assertEquals(KernelError.INVALID_ARGUMENT, kernel.error());
        assertEquals(ThreadState.FAULTED, faulting.state);
    }

    /** The sender calls, the receiver has the call and runs. @return {@code reply} */
    private int serveOneCall(int reply) {
        kernel.call(endpoint, LABEL);
        assertSame(receiver, kernel.current());
        kernel.receive(endpoint, reply);
        assertEquals(ThreadState.AWAITING_REPLY, sender.state);
        return reply;
    }

    private void receiveAtTheEndpoint() {
        kernel.switchTo(receiver);
        kernel.receive(endpoint, 0);
        assertSame(sender, kernel.current());
    }

    private void send(int channel, int... slots) {
        attach(sender, slots);
        raw(SystemCallNumber.SEND, channel, 0, message(slots.length));
    }

    private void assertRefused(KernelError error, int channel, int count, int... slots) {
        int first = kernel.free(4);
        expect(receiver, first, first + 1, first + 2, first + 3);
        receiveAtTheEndpoint();
        attach(sender, slots);
        raw(SystemCallNumber.SEND, channel, 0, message(count));
        assertEquals(error, kernel.error());
        assertEquals(ThreadState.RECEIVING, receiver.state);
        for (int i = 0; i < 4; i++) {
            assertTrue(kernel.slot(first + i).isEmpty());
        }
    }

    private static long message(int capabilities) {
        return Tag.of(LABEL, 0).bits() | (long) capabilities << 7;
    }

    private void raw(int number, int slot, int reply, long tag) {
        kernel.message.tag = tag;
        kernel.trap(number, slot, reply);
    }

    private static void attach(Tcb thread, int... slots) {
        write(thread, Tag.SENT_CAPABILITIES, slots);
    }

    private static void expect(Tcb thread, int... slots) {
        write(thread, Tag.RECEIVED_CAPABILITIES, slots);
    }

    private static void write(Tcb thread, int word, int... slots) {
        PhysicalAddress first = thread.buffer.base().plus(8L * word);
        for (int i = 0; i < slots.length; i++) {
            PhysicalMemory.storeLong(first.plus(8L * i), slots[i]);
        }
    }
}
