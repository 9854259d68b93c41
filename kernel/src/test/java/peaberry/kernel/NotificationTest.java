package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ThreadState;

class NotificationTest {

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();
    private final int notification = kernel.make(ObjectType.NOTIFICATION);
    private final int one = kernel.mint(notification, TestKernel.WRITE_ONLY, 1);
    private final int four = kernel.mint(notification, TestKernel.WRITE_ONLY, 4);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void signalsAddUpUntilTheyAreTaken() {
        kernel.signal(one);
        kernel.signal(four);
        kernel.signal(one);
        assertEquals(5, kernel.poll(notification));
        assertEquals(0, kernel.poll(notification));
    }

    @Test
    void waitingTakesAPendingSignalAtOnce() {
        kernel.signal(four);
        kernel.await(notification);
        assertSame(root, kernel.current());
        assertEquals(4, kernel.message.badge);
        assertEquals(KernelError.NONE, kernel.error());
    }

    @Test
    void signalWakesTheThreadThatWaitsLongest() {
        Tcb first = kernel.tcb(kernel.peer());
        Tcb second = kernel.tcb(kernel.peer());
        kernel.switchTo(first);
        kernel.await(notification);
        kernel.switchTo(second);
        kernel.await(notification);
        kernel.switchTo(root);
        kernel.signal(one);
        assertEquals(ThreadState.READY, first.state);
        assertEquals(1, TestKernel.badge(first));
        assertEquals(ThreadState.WAITING, second.state);
        assertEquals(0, kernel.poll(notification));
    }

    @Test
    void unbadgedSignalStillWakes() {
        Tcb waiter = kernel.tcb(kernel.peer());
        kernel.switchTo(waiter);
        kernel.await(notification);
        kernel.signal(notification);
        assertEquals(ThreadState.READY, waiter.state);
        kernel.signal(notification);
        kernel.await(notification);
        assertSame(root, kernel.current());
    }

    @Test
    void signalEndsTheReceivingOfTheBoundThread() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int reply = kernel.make(ObjectType.REPLY);
        Tcb server = bound();
        kernel.switchTo(server);
        kernel.receive(endpoint, reply);
        kernel.signal(four);
        assertEquals(ThreadState.READY, server.state);
        assertEquals(4, TestKernel.badge(server));
        assertEquals(0, TestKernel.length(server));
        assertNull(server.receivesWith);
    }

    @Test
    void pendingSignalIsReceivedBeforeAMessage() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        Tcb server = bound();
        kernel.signal(one);
        kernel.send(endpoint, 9);
        assertSame(server, kernel.current());
        kernel.receive(endpoint, 0);
        assertEquals(1, TestKernel.badge(server));
        assertEquals(ThreadState.SENDING, root.state);
        kernel.receive(endpoint, 0);
        assertEquals(9, TestKernel.label(server));
    }

    @Test
    void boundThreadThatDoesSomethingElseIsNotDisturbed() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        Tcb server = bound();
        kernel.switchTo(server);
        kernel.send(endpoint, 1);
        kernel.signal(one);
        assertEquals(ThreadState.SENDING, server.state);
        assertEquals(1, kernel.poll(notification));
    }

    @Test
    void onlyOneThreadIsBoundAndOnlyToOneNotification() {
        int thread = kernel.peer();
        int other = kernel.peer();
        int second = kernel.make(ObjectType.NOTIFICATION);
        kernel.perform(thread, Invocation.TCB_BIND_NOTIFICATION, notification);
        assertEquals(KernelError.OCCUPIED, kernel.invoke(other, Invocation.TCB_BIND_NOTIFICATION, notification));
        assertEquals(KernelError.OCCUPIED, kernel.invoke(thread, Invocation.TCB_BIND_NOTIFICATION, second));
        kernel.perform(thread, Invocation.TCB_BIND_NOTIFICATION, 0);
        kernel.perform(thread, Invocation.TCB_BIND_NOTIFICATION, 0);
        kernel.perform(other, Invocation.TCB_BIND_NOTIFICATION, notification);
    }

    @Test
    void destroyingEitherSideEndsTheBinding() {
        int thread = kernel.peer();
        Tcb tcb = kernel.tcb(thread);
        int second = kernel.make(ObjectType.NOTIFICATION);
        kernel.perform(thread, Invocation.TCB_BIND_NOTIFICATION, second);
        kernel.delete(second);
        assertNull(tcb.bound);
        kernel.perform(thread, Invocation.TCB_BIND_NOTIFICATION, notification);
        kernel.delete(thread);
        assertNull(((Notification) kernel.slot(notification).object()).bound());
    }

    @Test
    void destroyingANotificationAbortsWhoWaits() {
        Tcb waiter = kernel.tcb(kernel.peer());
        kernel.switchTo(waiter);
        kernel.await(notification);
        kernel.revoke(notification);
        assertEquals(ThreadState.WAITING, waiter.state);
        kernel.delete(notification);
        assertEquals(KernelError.ABORTED, TestKernel.error(waiter));
        assertEquals(ThreadState.READY, waiter.state);
    }

    @Test
    void signallingNeedsTheRightToWriteAndWaitingToRead() {
        int reader = kernel.mint(notification, TestKernel.READ_ONLY, 0);
        kernel.signal(reader);
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        kernel.await(one);
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        kernel.poll(one);
        assertEquals(KernelError.MISSING_RIGHT, kernel.error());
        int thread = kernel.peer();
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(thread, Invocation.TCB_BIND_NOTIFICATION, one));
    }

    @Test
    void otherCapabilitiesAreRefused() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        kernel.signal(endpoint);
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.error());
        kernel.await(kernel.free());
        assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
        kernel.poll(-1);
        assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
    }

    private Tcb bound() {
        int thread = kernel.peer();
        kernel.perform(thread, Invocation.TCB_BIND_NOTIFICATION, notification);
        return kernel.tcb(thread);
    }
}
