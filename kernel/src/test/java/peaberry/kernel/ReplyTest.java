package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.ThreadState;

class ReplyTest {

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();
    private final int endpoint = kernel.make(ObjectType.ENDPOINT);
    private final int reply = kernel.make(ObjectType.REPLY);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void serverAnswersItsCallersInAnyOrder() {
        int otherReply = kernel.make(ObjectType.REPLY);
        Tcb first = kernel.tcb(kernel.peer());
        Tcb second = kernel.tcb(kernel.peer());
        kernel.switchTo(first);
        kernel.call(endpoint, 1);
        kernel.switchTo(second);
        kernel.call(endpoint, 2);
        kernel.switchTo(root);
        kernel.receive(endpoint, reply);
        kernel.receive(endpoint, otherReply);
        kernel.send(otherReply, 22);
        assertEquals(22, TestKernel.label(second));
        assertEquals(ThreadState.AWAITING_REPLY, first.state);
        kernel.send(reply, 11);
        assertEquals(11, TestKernel.label(first));
    }

    @Test
    void replyThatHoldsACallerCannotBeReceivedWith() {
        Tcb caller = callRoot(kernel.peer());
        kernel.receive(endpoint, reply);
        assertEquals(KernelError.OCCUPIED, kernel.error());
        assertEquals(ThreadState.AWAITING_REPLY, caller.state);
    }

    @Test
    void replyThatAnotherThreadWaitsWithIsRefused() {
        Tcb server = kernel.tcb(kernel.peer());
        kernel.switchTo(server);
        kernel.receive(endpoint, reply);
        assertSame(root, kernel.current());
        kernel.receive(endpoint, reply);
        assertEquals(KernelError.OCCUPIED, kernel.error());
        kernel.replyReceive(endpoint, reply, 0);
        assertEquals(KernelError.OCCUPIED, kernel.error());
        assertSame(root, kernel.current());
    }

    @Test
    void anotherThreadMayReceiveWithAReplyThatIsFree() {
        callRoot(kernel.peer());
        kernel.send(reply, 1);
        Tcb other = kernel.tcb(kernel.peer());
        kernel.switchTo(other);
        kernel.receive(endpoint, reply);
        assertSame(other, ((Reply) kernel.slot(reply).object()).server());
        assertNull(root.replies);
    }

    @Test
    void destroyingAReplyAbortsItsCaller() {
        Tcb caller = callRoot(kernel.peer());
        kernel.delete(reply);
        assertEquals(ThreadState.READY, caller.state);
        assertEquals(KernelError.ABORTED, TestKernel.error(caller));
    }

    @Test
    void destroyingAReplyAbortsTheReceivingServer() {
        Tcb server = kernel.tcb(kernel.peer());
        kernel.switchTo(server);
        kernel.receive(endpoint, reply);
        kernel.delete(reply);
        assertEquals(ThreadState.READY, server.state);
        assertEquals(KernelError.ABORTED, TestKernel.error(server));
    }

    @Test
    void deathOfTheServerAbortsAllItsCallers() {
        int otherReply = kernel.make(ObjectType.REPLY);
        int server = kernel.peer();
        Tcb first = kernel.tcb(kernel.peer());
        Tcb second = kernel.tcb(kernel.peer());
        kernel.switchTo(first);
        kernel.call(endpoint, 1);
        kernel.switchTo(second);
        kernel.call(endpoint, 2);
        kernel.switchTo(kernel.tcb(server));
        kernel.receive(endpoint, reply);
        kernel.receive(endpoint, otherReply);
        kernel.switchTo(root);
        kernel.delete(server);
        assertEquals(KernelError.ABORTED, TestKernel.error(first));
        assertEquals(KernelError.ABORTED, TestKernel.error(second));
        assertEquals(ThreadState.READY, first.state);
        assertEquals(ThreadState.READY, second.state);
    }

    @Test
    void deathOfTheCallerFreesTheReply() {
        int slot = kernel.peer();
        callRoot(slot);
        kernel.delete(slot);
        assertNull(((Reply) kernel.slot(reply).object()).caller());
        kernel.send(reply, 1);
        assertEquals(KernelError.NONE, kernel.error());
    }

    @Test
    void suspendedCallerIsNotAnswered() {
        int slot = kernel.peer();
        Tcb caller = callRoot(slot);
        kernel.perform(slot, Invocation.TCB_SUSPEND);
        kernel.send(reply, 5);
        assertEquals(ThreadState.INACTIVE, caller.state);
        assertEquals(KernelError.ABORTED, TestKernel.error(caller));
    }

    @Test
    void answeringNeedsTheRightToWriteAndAProperMessage() {
        Tcb caller = callRoot(kernel.peer());
        int reader = kernel.mint(reply, TestKernel.READ_ONLY, 0);
        kernel.send(reader, 1);
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        kernel.replyReceive(endpoint, reader, 1);
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        kernel.trap(SystemCallNumber.SEND, reply, 0, 0, new long[121]);
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.error());
        kernel.trap(SystemCallNumber.REPLY_RECEIVE, endpoint, reply, 0, new long[121]);
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.error());
        assertEquals(ThreadState.AWAITING_REPLY, caller.state);
    }

    @Test
    void otherObjectsAreNoReplies() {
        kernel.receive(endpoint, endpoint);
        assertEquals(KernelError.FAILED_LOOKUP, kernel.error());
        kernel.receive(endpoint, kernel.free());
        assertEquals(KernelError.FAILED_LOOKUP, kernel.error());
        kernel.replyReceive(endpoint, 0, 0);
        assertEquals(KernelError.FAILED_LOOKUP, kernel.error());
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(reply, Invocation.TCB_RESUME));
    }

    /** Makes that thread call and the root receive it. */
    private Tcb callRoot(int slot) {
        Tcb caller = kernel.tcb(slot);
        kernel.switchTo(caller);
        kernel.call(endpoint, 1);
        kernel.switchTo(root);
        kernel.receive(endpoint, reply);
        assertEquals(ThreadState.AWAITING_REPLY, caller.state);
        return caller;
    }
}
