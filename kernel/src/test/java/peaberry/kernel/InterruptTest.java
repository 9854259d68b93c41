package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ThreadState;

class InterruptTest {

    private static final int LINE = 7;

    private final TestKernel kernel = TestKernel.booted();
    private final int notification = kernel.make(ObjectType.NOTIFICATION);
    private final int badged = kernel.mint(notification, TestKernel.ALL_RIGHTS, 8);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void interruptSignalsTheNotificationOfItsHandler() {
        int handler = issue(LINE);
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, badged);
        Tcb driver = kernel.tcb(kernel.peer());
        kernel.switchTo(driver);
        kernel.await(notification);
        kernel.systemCalls.interrupt(LINE);
        assertEquals(ThreadState.READY, driver.state);
        assertEquals(8, TestKernel.badge(driver));
    }

    @Test
    void lineIsMaskedUntilAcknowledgedAndBeforeTheFirstTime() {
        int handler = issue(LINE);
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, badged);
        kernel.machine.interrupts().set(LINE, true);
        assertEquals(-1, kernel.machine.interrupts().take());
        kernel.perform(handler, Invocation.IRQ_HANDLER_ACKNOWLEDGE);
        assertEquals(LINE, kernel.machine.interrupts().take());
        kernel.machine.interrupts().set(LINE, false);
        kernel.machine.interrupts().set(LINE, true);
        assertEquals(-1, kernel.machine.interrupts().take());
        kernel.perform(handler, Invocation.IRQ_HANDLER_ACKNOWLEDGE);
        assertEquals(LINE, kernel.machine.interrupts().take());
    }

    @Test
    void interruptsWithoutHandlerOrNotificationAreDropped() {
        kernel.systemCalls.interrupt(3);
        kernel.systemCalls.interrupt(-1);
        kernel.systemCalls.interrupt(LineHandler.MAX_LINES);
        issue(LINE);
        kernel.systemCalls.interrupt(LINE);
        assertEquals(0, kernel.poll(notification));
    }

    @Test
    void lineHasOneHandler() {
        int handler = issue(LINE);
        assertEquals(KernelError.OCCUPIED,
                kernel.invoke(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE, LINE, TestKernel.CNODE, kernel.free()));
        kernel.delete(handler);
        issue(LINE);
    }

    @Test
    void deletedHandlerMasksItsLineAndForgetsItsNotification() {
        int handler = issue(LINE);
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, badged);
        kernel.perform(handler, Invocation.IRQ_HANDLER_ACKNOWLEDGE);
        kernel.delete(handler);
        kernel.machine.interrupts().set(LINE, true);
        assertEquals(-1, kernel.machine.interrupts().take());
        assertTrue(kernel.processor.lineHandlers[LINE].notification.isEmpty());
        kernel.systemCalls.interrupt(LINE);
        assertEquals(0, kernel.poll(notification));
    }

    @Test
    void deletedNotificationLeavesTheHandlerSilent() {
        int handler = issue(LINE);
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, badged);
        kernel.revoke(notification);
        kernel.systemCalls.interrupt(LINE);
        assertEquals(0, kernel.poll(notification));
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, notification);
    }

    @Test
    void laterNotificationReplacesTheEarlier() {
        int handler = issue(LINE);
        int second = kernel.make(ObjectType.NOTIFICATION);
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, badged);
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, kernel.mint(second, TestKernel.ALL_RIGHTS, 2));
        kernel.systemCalls.interrupt(LINE);
        assertEquals(0, kernel.poll(notification));
        assertEquals(2, kernel.poll(second));
    }

    @Test
    void revokedControlTakesTheHandlersBack() {
        int handler = issue(LINE);
        kernel.revoke(TestKernel.IRQ_CONTROL);
        assertTrue(kernel.slot(handler).isEmpty());
    }

    @Test
    void inspectTellsTheLine() {
        int handler = issue(LINE);
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, handler);
        assertEquals(CapabilityType.IRQ_HANDLER.ordinal(), kernel.message.word0);
        assertEquals(LINE, kernel.message.word3);
    }

    @Test
    void wrongArgumentsAreRefused() {
        int free = kernel.free();
        for (long line : new long[] {-1, 16, LineHandler.MAX_LINES, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32}) {
            assertEquals(KernelError.RANGE_ERROR, control(line, TestKernel.CNODE, free));
        }
        assertEquals(KernelError.FAILED_LOOKUP, control(LINE, 0, free));
        assertEquals(KernelError.RANGE_ERROR, control(LINE, TestKernel.CNODE, 0));
        assertEquals(KernelError.RANGE_ERROR, control(LINE, TestKernel.CNODE, -5));
        assertEquals(KernelError.OCCUPIED, control(LINE, TestKernel.CNODE, TestKernel.CNODE));
        assertEquals(KernelError.TRUNCATED_MESSAGE, control(LINE, TestKernel.CNODE));
        assertEquals(KernelError.ILLEGAL_OPERATION,
                kernel.invoke(TestKernel.IRQ_CONTROL, Invocation.IRQ_HANDLER_ACKNOWLEDGE));
        int reader = kernel.mint(TestKernel.IRQ_CONTROL, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT,
                kernel.invoke(reader, Invocation.IRQ_CONTROL_ISSUE, LINE, TestKernel.CNODE, free));
        int tableReader = kernel.mint(TestKernel.CNODE, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT, control(LINE, tableReader, free));
    }

    @Test
    void wrongNotificationsAreRefused() {
        int handler = issue(LINE);
        int reader = kernel.mint(notification, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.FAILED_LOOKUP, kernel.invoke(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, 0));
        assertEquals(KernelError.FAILED_LOOKUP, kernel.invoke(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, handler));
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, reader));
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.invoke(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION));
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(handler, Invocation.FRAME_UNMAP));
        int weak = kernel.mint(handler, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(weak, Invocation.IRQ_HANDLER_ACKNOWLEDGE));
    }

    private int issue(int line) {
        int slot = kernel.free();
        kernel.perform(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE, line, TestKernel.CNODE, slot);
        return slot;
    }

    private KernelError control(long... words) {
        return kernel.invoke(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE, words);
    }
}
