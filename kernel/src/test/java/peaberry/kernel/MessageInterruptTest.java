package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.kernel.arch.MessageInterrupts;
import peaberry.machine.simulated.DmaDevice;

/** Interrupts that devices raise by writing to memory. */
class MessageInterruptTest {

    private static final int FUNCTION = 9 << 3;
    private static final long BADGE = 16;

    private final TestKernel kernel = TestKernel.booted();
    private final int notification = kernel.make(ObjectType.NOTIFICATION);
    private final DmaDevice device = new DmaDevice(kernel.machine, FUNCTION);
    private final int handler = kernel.free();
    private final long address;
    private final long data;

    MessageInterruptTest() {
        kernel.perform(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE_MESSAGE, FUNCTION, TestKernel.CNODE, handler);
        address = kernel.message.word0;
        data = kernel.message.word1;
        kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, kernel.mint(notification, TestKernel.ALL_RIGHTS, BADGE));
    }

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void messageSignalsTheNotificationOfItsHandler() {
        open();
        send();
        assertEquals(BADGE, kernel.poll(notification));
    }

    @Test
    void firstAcknowledgementSignalsForWhatCameBefore() {
        send();
        assertEquals(0, kernel.poll(notification));
        acknowledge();
        assertEquals(BADGE, kernel.poll(notification));
    }

    @Test
    void kernelIsEnteredForTwoMessagesAtMostForEachAcknowledgement() {
        open();
        int entered = 0;
        for (int i = 0; i < 100; i++) {
            entered += send();
        }
        assertEquals(2, entered);
        assertEquals(BADGE, kernel.poll(notification));
        assertEquals(0, kernel.poll(notification));
    }

    @Test
    void messagesBetweenSignalAndAcknowledgementSignalOnceMore() {
        open();
        send();
        kernel.poll(notification);
        send();
        send();
        assertEquals(0, kernel.poll(notification));
        acknowledge();
        assertEquals(BADGE, kernel.poll(notification));
        acknowledge();
        assertEquals(0, kernel.poll(notification));
        assertEquals(1, send());
        assertEquals(BADGE, kernel.poll(notification));
    }

    @Test
    void acknowledgingTwiceChangesNothing() {
        open();
        acknowledge();
        assertEquals(0, kernel.poll(notification));
        send();
        assertEquals(BADGE, kernel.poll(notification));
    }

    @Test
    void otherFunctionCannotRaiseIt() {
        open();
        new DmaDevice(kernel.machine, FUNCTION + 1).write(address, data);
        deliver();
        assertEquals(0, kernel.poll(notification));
    }

    @Test
    void messageOfADeletedHandlerDoesNotArrive() {
        open();
        kernel.delete(handler);
        assertEquals(0, send());
        int again = kernel.free();
        kernel.perform(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE_MESSAGE, FUNCTION + 1, TestKernel.CNODE, again);
        assertEquals(address, kernel.message.word0);
        kernel.perform(again, Invocation.IRQ_HANDLER_ACKNOWLEDGE);
        assertEquals(0, send());
    }

    @Test
    void handlersAreOfDifferentMessagesUntilAllAreIssued() {
        for (int number = 1; number < MessageInterrupts.count(); number++) {
            assertEquals(KernelError.NONE, issue(FUNCTION, kernel.free()));
        }
        int free = kernel.free();
        assertEquals(KernelError.NOT_ENOUGH_MEMORY, issue(FUNCTION, free));
        kernel.delete(handler);
        assertEquals(KernelError.NONE, issue(FUNCTION, free));
        assertEquals(address, kernel.message.word0);
    }

    @Test
    void inspectTellsTheMessage() {
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, handler);
        assertEquals(0, kernel.message.word3);
        assertEquals(1, kernel.message.word4);
    }

    @Test
    void wrongArgumentsAreRefused() {
        int free = kernel.free();
        assertEquals(KernelError.RANGE_ERROR, issue(-1, free));
        assertEquals(KernelError.RANGE_ERROR, issue(1L << 16, free));
        assertEquals(KernelError.RANGE_ERROR, issue(FUNCTION, 0));
        assertEquals(KernelError.OCCUPIED, issue(FUNCTION, handler));
    }

    @Test
    void messagesThatNobodyHandlesAreDropped() {
        kernel.systemCalls.message(-1);
        kernel.systemCalls.message(MessageHandler.MAX_MESSAGES);
        kernel.systemCalls.message(MessageHandler.MAX_MESSAGES - 1);
        assertEquals(0, kernel.poll(notification));
    }

    private KernelError issue(long function, long slot) {
        return kernel.invoke(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE_MESSAGE, function, TestKernel.CNODE, slot);
    }

    /** Acknowledges until nothing is signalled: the next message will be. */
    private void open() {
        acknowledge();
        kernel.poll(notification);
        acknowledge();
    }

    private void acknowledge() {
        kernel.perform(handler, Invocation.IRQ_HANDLER_ACKNOWLEDGE);
    }

    /** Sends a message. @return how often the kernel is entered for it */
    private int send() {
        device.write(address, data);
        return deliver();
    }

    private int deliver() {
        int entered = 0;
        for (int number = kernel.machine.interrupts().takeMessage(); number >= 0; number = kernel.machine.interrupts().takeMessage()) {
            kernel.systemCalls.message(number);
            entered++;
        }
        return entered;
    }
}
