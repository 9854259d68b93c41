package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.ThreadState;

class SchedulerTest {

    private static final long SLICE = 5_000_000;
    private static final long NOT_ARMED = Long.MAX_VALUE;

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();
    private final int notification = kernel.make(ObjectType.NOTIFICATION);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void mostUrgentReadyThreadRuns() {
        Tcb low = kernel.tcb(kernel.thread(3));
        Tcb high = kernel.tcb(kernel.thread(200));
        Tcb middle = kernel.tcb(kernel.thread(64));
        kernel.await(notification);
        assertSame(high, kernel.current());
        kernel.await(notification);
        assertSame(middle, kernel.current());
        kernel.await(notification);
        assertSame(low, kernel.current());
    }

    @Test
    void everyPriorityIsFound() {
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_SET_PRIORITY, 255);
        int thread = kernel.thread(0);
        for (int priority = 0; priority < 256; priority++) {
            kernel.perform(thread, Invocation.TCB_SET_PRIORITY, priority);
            kernel.await(notification);
            assertSame(kernel.tcb(thread), kernel.current());
            kernel.signal(notification);
            kernel.switchTo(root);
        }
    }

    @Test
    void moreUrgentThreadPreemptsWhenItIsWoken() {
        Tcb urgent = kernel.tcb(kernel.thread(200));
        Tcb other = kernel.tcb(kernel.thread(100));
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_SET_PRIORITY, 50);
        assertSame(urgent, kernel.current());
        kernel.await(notification);
        assertSame(other, kernel.current());
        kernel.signal(notification);
        assertSame(urgent, kernel.current());
        assertEquals(ThreadState.READY, other.state);
    }

    @Test
    void preemptedThreadGoesOnBeforeItsEquals() {
        int wake = kernel.make(ObjectType.NOTIFICATION);
        Tcb urgent = kernel.tcb(kernel.thread(200));
        Tcb first = kernel.tcb(kernel.thread(100));
        Tcb second = kernel.tcb(kernel.thread(100));
        kernel.await(notification);
        assertSame(urgent, kernel.current());
        kernel.await(wake);
        assertSame(first, kernel.current());
        kernel.signal(wake);
        assertSame(urgent, kernel.current());
        kernel.await(wake);
        assertSame(first, kernel.current());
        assertEquals(ThreadState.READY, second.state);
    }

    @Test
    void yieldLetsEqualsRunInTurn() {
        Tcb first = kernel.tcb(kernel.peer());
        Tcb second = kernel.tcb(kernel.peer());
        kernel.yieldProcessor();
        assertSame(first, kernel.current());
        kernel.yieldProcessor();
        assertSame(second, kernel.current());
        kernel.yieldProcessor();
        assertSame(root, kernel.current());
    }

    @Test
    void yieldAloneDoesNothing() {
        kernel.thread(254);
        kernel.yieldProcessor();
        assertSame(root, kernel.current());
        kernel.trap(SystemCallNumber.NULL, 0, 0, 0);
        assertSame(root, kernel.current());
    }

    @Test
    void timerIsArmedOnlyWhileAnEqualIsReady() {
        assertEquals(NOT_ARMED, kernel.machine.timer().ticksLeft());
        kernel.thread(254);
        assertEquals(NOT_ARMED, kernel.machine.timer().ticksLeft());
        Tcb equal = kernel.tcb(kernel.peer());
        assertEquals(SLICE, kernel.machine.timer().ticksLeft());
        kernel.await(notification);
        assertSame(equal, kernel.current());
        kernel.clock += SLICE;
        assertTrue(kernel.machine.timer().takeExpiry());
        kernel.systemCalls.timer();
        assertSame(equal, kernel.current());
        assertEquals(NOT_ARMED, kernel.machine.timer().ticksLeft());
    }

    @Test
    void endOfTheSliceRunsTheNextEqualForASliceOfItsOwn() {
        Tcb equal = kernel.tcb(kernel.peer());
        kernel.clock += SLICE;
        kernel.systemCalls.timer();
        assertSame(equal, kernel.current());
        assertEquals(SLICE, kernel.machine.timer().ticksLeft());
        kernel.clock += SLICE;
        kernel.systemCalls.timer();
        assertSame(root, kernel.current());
    }

    @Test
    void lateTimerWithoutEqualsIsHarmless() {
        kernel.systemCalls.timer();
        assertSame(root, kernel.current());
        assertEquals(NOT_ARMED, kernel.machine.timer().ticksLeft());
    }

    @Test
    void processorIdlesWhenAllWaitAndWakesWithAnInterrupt() {
        int handler = kernel.free();
        kernel.perform(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE, 5, TestKernel.CNODE, handler);
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, notification);
        kernel.await(notification);
        assertNull(kernel.current());
        kernel.systemCalls.timer();
        kernel.systemCalls.interrupt(6);
        assertNull(kernel.current());
        kernel.systemCalls.interrupt(5);
        assertSame(root, kernel.current());
    }

    @Test
    void timeIsAccountedToTheThreadThatRan() {
        int slot = kernel.peer();
        Tcb other = kernel.tcb(slot);
        kernel.clock += 700;
        kernel.yieldProcessor();
        assertSame(other, kernel.current());
        kernel.clock += 90;
        kernel.yieldProcessor();
        kernel.clock += 10;
        kernel.perform(slot, Invocation.TCB_USAGE);
        assertEquals(ThreadState.READY.ordinal(), kernel.message.word0);
        assertEquals(255, kernel.message.word1);
        assertEquals(90, kernel.message.word2);
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_USAGE);
        assertEquals(710, kernel.message.word2);
    }

    @Test
    void idleTimeIsNobodys() {
        int handler = kernel.free();
        kernel.perform(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE, 5, TestKernel.CNODE, handler);
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, notification);
        kernel.await(notification);
        kernel.clock += 5_000;
        kernel.systemCalls.interrupt(5);
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_USAGE);
        assertEquals(0, kernel.message.word2);
    }

    @Test
    void loweringTheOwnPriorityLetsOthersRun() {
        Tcb other = kernel.tcb(kernel.thread(100));
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_SET_PRIORITY, 100);
        assertSame(root, kernel.current());
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_SET_PRIORITY, 99);
        assertSame(other, kernel.current());
        assertEquals(ThreadState.READY, root.state);
    }

    @Test
    void raisingAReadyThreadsPriorityLetsItRun() {
        int slot = kernel.thread(10);
        int second = kernel.thread(20);
        kernel.perform(slot, Invocation.TCB_SET_PRIORITY, 30);
        kernel.await(notification);
        assertSame(kernel.tcb(slot), kernel.current());
        assertNotSame(kernel.tcb(second), kernel.current());
    }

    @Test
    void nobodyGivesAPriorityAboveItsMaximum() {
        int slot = kernel.thread(10);
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_SET_MAXIMUM_PRIORITY, 100);
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(TestKernel.ROOT_TCB, Invocation.TCB_SET_MAXIMUM_PRIORITY, 101));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(slot, Invocation.TCB_SET_PRIORITY, 101));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(slot, Invocation.TCB_SET_PRIORITY, -1));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(slot, Invocation.TCB_SET_PRIORITY, 1L << 32));
        assertEquals(KernelError.NONE, kernel.invoke(slot, Invocation.TCB_SET_PRIORITY, 100));
    }

    @Test
    void equalsShareTheProcessorThoughTwoOfThemPassMessages() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int reply = kernel.make(ObjectType.REPLY);
        Tcb server = kernel.tcb(kernel.peer());
        Tcb third = kernel.tcb(kernel.peer());
        kernel.switchTo(server);
        kernel.replyReceive(endpoint, reply, 0);
        kernel.switchTo(root);
        kernel.call(endpoint, 1);
        assertSame(third, kernel.current());
    }
}
