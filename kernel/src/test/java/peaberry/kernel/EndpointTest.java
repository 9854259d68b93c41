package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.machine.SystemCall;

class EndpointTest {

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();
    private final int endpoint = kernel.make(ObjectType.ENDPOINT);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void senderWaitsForAReceiverThenBothGoOn() {
        Tcb receiver = kernel.tcb(kernel.peer());
        int badged = kernel.mint(endpoint, TestKernel.WRITE_ONLY, 17);
        kernel.send(badged, 5, 10, 20, 30);
        assertEquals(ThreadState.SENDING, root.state);
        assertSame(receiver, kernel.current());
        kernel.receive(endpoint, 0);
        assertSame(receiver, kernel.current());
        assertEquals(ThreadState.READY, root.state);
        assertEquals(5, TestKernel.label(receiver));
        assertEquals(3, TestKernel.length(receiver));
        assertEquals(17, TestKernel.badge(receiver));
        assertEquals(10, receiver.context.word(0));
        assertEquals(30, receiver.context.word(2));
        assertEquals(KernelError.NONE, TestKernel.error(root));
    }

    @Test
    void receiverWaitsForASender() {
        Tcb sender = kernel.tcb(kernel.peer());
        kernel.receive(endpoint, 0);
        assertEquals(ThreadState.RECEIVING, root.state);
        assertSame(sender, kernel.current());
        kernel.send(endpoint, 9, 1);
        assertSame(sender, kernel.current());
        assertEquals(ThreadState.READY, root.state);
        assertEquals(9, TestKernel.label(root));
        assertEquals(1, root.context.word(0));
    }

    @Test
    void waitingSendersAreServedInTheirOrder() {
        Tcb second = kernel.tcb(kernel.peer());
        Tcb receiver = kernel.tcb(kernel.peer());
        kernel.send(endpoint, 1);
        assertSame(second, kernel.current());
        kernel.send(endpoint, 2);
        assertSame(receiver, kernel.current());
        kernel.receive(endpoint, 0);
        assertEquals(1, TestKernel.label(receiver));
        kernel.switchTo(receiver);
        kernel.receive(endpoint, 0);
        assertEquals(2, TestKernel.label(receiver));
    }

    @Test
    void callIsAnsweredThroughTheReply() {
        int reply = kernel.make(ObjectType.REPLY);
        Tcb server = kernel.tcb(kernel.peer());
        kernel.call(endpoint, 3, 6, 7);
        assertEquals(ThreadState.SENDING, root.state);
        kernel.receive(endpoint, reply);
        assertEquals(ThreadState.AWAITING_REPLY, root.state);
        assertEquals(7, server.context.word(1));
        kernel.send(reply, 8, 42);
        assertSame(server, kernel.current());
        kernel.switchTo(root);
        assertEquals(8, TestKernel.label(root));
        assertEquals(42, root.context.word(0));
        assertEquals(0, TestKernel.badge(root));
    }

    @Test
    void replyReceiveAnswersAndWaitsForTheNextCall() {
        int reply = kernel.make(ObjectType.REPLY);
        Tcb server = kernel.tcb(kernel.peer());
        kernel.switchTo(server);
        kernel.replyReceive(endpoint, reply, 0);
        assertEquals(ThreadState.RECEIVING, server.state);
        for (int round = 1; round <= 3; round++) {
            assertSame(root, kernel.current());
            kernel.call(endpoint, round, round * 10);
            assertSame(server, kernel.current());
            assertEquals(round, TestKernel.label(server));
            kernel.replyReceive(endpoint, reply, 100 + round, server.context.word(0) + 1);
            assertSame(root, kernel.current());
            assertEquals(100 + round, TestKernel.label(root));
            assertEquals(round * 10 + 1, root.context.word(0));
        }
    }

    @Test
    void callTakenWithoutAReplyIsAborted() {
        Tcb server = kernel.tcb(kernel.peer());
        kernel.call(endpoint, 1);
        kernel.receive(endpoint, 0);
        assertEquals(1, TestKernel.label(server));
        assertEquals(KernelError.ABORTED, TestKernel.error(root));
        assertEquals(ThreadState.READY, root.state);
        kernel.receive(endpoint, 0);
        assertSame(root, kernel.current());
        kernel.call(endpoint, 1);
        assertEquals(KernelError.ABORTED, TestKernel.error(root));
        assertSame(root, kernel.current());
    }

    @Test
    void wordsBeyondTheSixthTravelInTheMessageBuffers() {
        Tcb receiver = kernel.tcb(kernel.peer());
        long buffer = giveBuffer(receiver);
        for (int word = 6; word < Tag.MAX_LENGTH; word++) {
            kernel.machine.memory().storeLong(root.buffer.base().value() + 8L * word, word * 3);
        }
        sendLong(Tag.MAX_LENGTH);
        kernel.receive(endpoint, 0);
        assertEquals(Tag.MAX_LENGTH, TestKernel.length(receiver));
        for (int word = 6; word < Tag.MAX_LENGTH; word++) {
            assertEquals(word * 3, kernel.machine.memory().loadLong(buffer + 8L * word));
        }
        assertEquals(0, kernel.machine.memory().loadLong(buffer + 8L * Tag.MAX_LENGTH));
    }

    @Test
    void receiverWithoutABufferGetsSixWords() {
        Tcb receiver = kernel.tcb(kernel.peer());
        sendLong(20);
        kernel.receive(endpoint, 0);
        assertEquals(Tag.REGISTER_WORDS, TestKernel.length(receiver));
        assertEquals(77, TestKernel.label(receiver));
        assertEquals(6, receiver.context.word(5));
    }

    @Test
    void bufferRevokedWhileTheSenderWaitsCutsTheMessage() {
        int frame = kernel.make(ObjectType.FRAME);
        Tcb sender = kernel.tcb(kernel.peer());
        Tcb receiver = kernel.tcb(kernel.peer());
        sender.buffer.copy(kernel.slot(frame), kernel.slot(frame).rights(), 0);
        giveBuffer(receiver);
        kernel.switchTo(sender);
        sendLong(20);
        assertEquals(ThreadState.SENDING, sender.state);
        kernel.switchTo(root);
        kernel.revoke(frame);
        kernel.switchTo(receiver);
        kernel.receive(endpoint, 0);
        assertEquals(Tag.REGISTER_WORDS, TestKernel.length(receiver));
    }

    @Test
    void tooLongMessagesAreRefused() {
        sendLong(Tag.MAX_LENGTH + 1);
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.error());
        Tcb bare = kernel.tcb(kernel.peer());
        kernel.switchTo(bare);
        sendLong(7);
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.error());
        assertSame(bare, kernel.current());
    }

    @Test
    void nobodyCanFakeAnErrorOfTheKernel() {
        Tcb receiver = kernel.tcb(kernel.peer());
        raw(endpoint, Tag.failure(KernelError.ABORTED, 0).bits());
        kernel.receive(endpoint, 0);
        assertEquals(KernelError.NONE, TestKernel.error(receiver));
        assertEquals(KernelError.ABORTED.ordinal(), TestKernel.label(receiver));
    }

    @Test
    void sendingNeedsTheRightToWriteAndReceivingToRead() {
        int reader = kernel.mint(endpoint, TestKernel.READ_ONLY, 0);
        int writer = kernel.mint(endpoint, TestKernel.WRITE_ONLY, 0);
        kernel.send(reader, 1);
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        kernel.call(reader, 1);
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        kernel.receive(writer, 0);
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        kernel.replyReceive(writer, kernel.make(ObjectType.REPLY), 0);
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        assertSame(root, kernel.current());
    }

    @Test
    void emptySlotsAndOtherObjectsAreRefused() {
        int notification = kernel.make(ObjectType.NOTIFICATION);
        for (long slot : new long[] {0, kernel.free(), 4096, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            kernel.send(slot, 0);
            assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
            kernel.call(slot, 0);
            assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
            kernel.receive(slot, 0);
            assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
            kernel.replyReceive(slot, 0, 0);
            assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
        }
        kernel.send(notification, 0);
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.error());
        kernel.receive(notification, 0);
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.error());
    }

    @Test
    void destroyingAnEndpointAbortsWhoWaits() {
        Tcb caller = kernel.tcb(kernel.peer());
        Tcb sender = kernel.tcb(kernel.peer());
        kernel.switchTo(caller);
        kernel.call(endpoint, 1);
        kernel.switchTo(sender);
        kernel.send(endpoint, 2);
        assertSame(root, kernel.current());
        kernel.delete(endpoint);
        for (Tcb thread : new Tcb[] {caller, sender}) {
            assertEquals(ThreadState.READY, thread.state);
            assertEquals(KernelError.ABORTED, TestKernel.error(thread));
        }
    }

    @Test
    void destroyingAnEndpointAbortsReceiversAndFreesTheirReplies() {
        int reply = kernel.make(ObjectType.REPLY);
        Tcb receiver = kernel.tcb(kernel.peer());
        kernel.switchTo(receiver);
        kernel.receive(endpoint, reply);
        kernel.delete(endpoint);
        assertEquals(KernelError.ABORTED, TestKernel.error(receiver));
        assertTrue(((Reply) kernel.slot(reply).object()).isFree());
    }

    @Test
    void deletingOneOfTwoCapabilitiesLeavesTheWaitersAlone() {
        int copy = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 0);
        Tcb receiver = kernel.tcb(kernel.peer());
        kernel.switchTo(receiver);
        kernel.receive(endpoint, 0);
        kernel.delete(endpoint);
        assertEquals(ThreadState.RECEIVING, receiver.state);
        kernel.send(copy, 4);
        assertEquals(ThreadState.READY, receiver.state);
        assertNotSame(receiver, kernel.current());
    }

    @Test
    void suspendedSenderLeavesTheQueue() {
        int slot = kernel.peer();
        Tcb sender = kernel.tcb(slot);
        kernel.switchTo(sender);
        kernel.send(endpoint, 1);
        kernel.perform(slot, Invocation.TCB_SUSPEND);
        assertEquals(ThreadState.INACTIVE, sender.state);
        assertEquals(KernelError.ABORTED, TestKernel.error(sender));
        Tcb other = kernel.tcb(kernel.peer());
        kernel.receive(endpoint, 0);
        assertSame(other, kernel.current());
        assertEquals(ThreadState.RECEIVING, root.state);
    }

    private long giveBuffer(Tcb thread) {
        Slot frame = kernel.slot(kernel.make(ObjectType.FRAME));
        thread.buffer.copy(frame, frame.rights(), 0);
        return frame.base().value();
    }

    private void sendLong(int length) {
        kernel.message.word5 = 6;
        raw(endpoint, Tag.of(77, length).bits());
    }

    private void raw(int slot, long tag) {
        kernel.message.tag = tag;
        SystemCall.trap(SystemCallNumber.SEND, slot, 0, kernel.message);
    }
}
