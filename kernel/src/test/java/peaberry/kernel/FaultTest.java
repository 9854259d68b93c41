package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.JavaTrap;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;

class FaultTest {

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();
    private final int endpoint = kernel.make(ObjectType.ENDPOINT);
    private final int reply = kernel.make(ObjectType.REPLY);
    private final int badged = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 71);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void faultBecomesAMessageWithTheThreadsBadge() {
        Tcb victim = kernel.tcb(kernel.thread(255, badged));
        kernel.receive(endpoint, reply);
        assertSame(victim, kernel.current());
        kernel.systemCalls.fault(FaultKind.PAGE_FAULT, 0x1234, 6);
        assertSame(root, kernel.current());
        assertEquals(FaultKind.PAGE_FAULT.ordinal(), TestKernel.label(root));
        assertEquals(5, TestKernel.length(root));
        assertEquals(71, TestKernel.badge(root));
        assertEquals(UserLayout.PROGRAM, root.context.word(0));
        assertEquals(0x1234, root.context.word(1));
        assertEquals(UserLayout.STACK_TOP, root.context.word(2));
        assertEquals(6, root.context.word(3));
        assertEquals(0, root.context.word(4));
        assertEquals(ThreadState.FAULTED, victim.state);
    }

    @Test
    void faultWaitsForTheHandlerAndTheReplyResumesTheThreadUnchanged() {
        Tcb victim = kernel.tcb(kernel.thread(255, badged));
        kernel.switchTo(victim);
        victim.context.setWord(3, 99);
        kernel.systemCalls.fault(FaultKind.JAVA_TRAP, JavaTrap.DIVISION.ordinal(), 0);
        assertSame(root, kernel.current());
        assertEquals(ThreadState.FAULTED, victim.state);
        kernel.receive(endpoint, reply);
        assertEquals(FaultKind.JAVA_TRAP.ordinal(), TestKernel.label(root));
        assertEquals(JavaTrap.DIVISION.ordinal(), root.context.word(1));
        kernel.send(reply, 55);
        assertEquals(ThreadState.READY, victim.state);
        assertEquals(99, victim.context.word(3));
    }

    @Test
    void theReplysFirstWordSaysWhereTheThreadGoesOn() {
        Tcb victim = fault(kernel.thread(255, badged));
        victim.context.setWord(0, 99);
        kernel.receive(endpoint, reply);
        kernel.send(reply, 0, UserLayout.PROGRAM + 2);
        assertEquals(ThreadState.READY, victim.state);
        assertEquals(UserLayout.PROGRAM + 2, victim.context.instructionPointer());
        assertEquals(99, victim.context.word(0));
    }

    @Test
    void aReplyToWhereNoProgramCanBeChangesNothing() {
        Tcb victim = fault(kernel.thread(255, badged));
        kernel.receive(endpoint, reply);
        for (long address : new long[] {-1, UserLayout.LIMIT, Long.MIN_VALUE}) {
            kernel.send(reply, 0, address);
            assertEquals(KernelError.RANGE_ERROR, kernel.error());
            assertEquals(ThreadState.FAULTED, victim.state);
            assertEquals(UserLayout.PROGRAM, victim.context.instructionPointer());
        }
        kernel.send(reply, 0);
        assertEquals(ThreadState.READY, victim.state);
    }

    @Test
    void threadWithoutHandlerStaysStopped() {
        int slot = kernel.peer();
        kernel.switchTo(kernel.tcb(slot));
        kernel.systemCalls.fault(FaultKind.ILLEGAL_INSTRUCTION, 0, 0);
        assertSame(root, kernel.current());
        kernel.perform(slot, Invocation.TCB_USAGE);
        assertEquals(ThreadState.FAULTED.ordinal(), kernel.message.word0);
    }

    @Test
    void lastThreadsFaultIdlesTheProcessor() {
        kernel.systemCalls.fault(FaultKind.PAGE_FAULT, 0, 4);
        assertNull(kernel.current());
        assertEquals(ThreadState.FAULTED, root.state);
    }

    @Test
    void unknownSystemCallIsAFault() {
        Tcb victim = kernel.tcb(kernel.thread(255, badged));
        kernel.receive(endpoint, reply);
        for (long number : new long[] {9, -1, Integer.MAX_VALUE, 0x7F00_0000_00FEL}) {
            assertSame(victim, kernel.current());
            kernel.systemCalls.systemCall(number);
            assertEquals(FaultKind.UNKNOWN_SYSTEM_CALL.ordinal(), TestKernel.label(root));
            assertEquals(number, root.context.word(1));
            kernel.replyReceive(endpoint, reply, 0);
        }
    }

    @Test
    void faultTakenWithoutAReplyLeavesTheThreadStopped() {
        Tcb victim = kernel.tcb(kernel.thread(255, badged));
        kernel.receive(endpoint, 0);
        kernel.systemCalls.fault(FaultKind.PAGE_FAULT, 8, 4);
        assertEquals(71, TestKernel.badge(root));
        assertEquals(ThreadState.FAULTED, victim.state);
        assertNull(victim.heldBy);
    }

    @Test
    void destroyedReplyLeavesTheFaultedThreadStopped() {
        Tcb victim = fault(kernel.thread(255, badged));
        kernel.receive(endpoint, reply);
        kernel.delete(reply);
        assertEquals(ThreadState.FAULTED, victim.state);
        assertNull(victim.heldBy);
    }

    @Test
    void destroyedEndpointLeavesTheFaultedThreadStopped() {
        Tcb victim = fault(kernel.thread(255, badged));
        kernel.revoke(endpoint);
        kernel.delete(endpoint);
        assertEquals(ThreadState.FAULTED, victim.state);
        assertNull(victim.queue);
    }

    @Test
    void faultedThreadCanBeResumedSuspendedAndRestarted() {
        int slot = kernel.thread(255, badged);
        Tcb victim = fault(slot);
        kernel.perform(slot, Invocation.TCB_RESUME);
        assertEquals(ThreadState.READY, victim.state);
        fault(slot);
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(slot, Invocation.TCB_WRITE_REGISTERS, 0, 0, 0));
        kernel.perform(slot, Invocation.TCB_SUSPEND);
        assertEquals(ThreadState.INACTIVE, victim.state);
        kernel.perform(slot, Invocation.TCB_WRITE_REGISTERS, UserLayout.PROGRAM + 16, UserLayout.STACK_TOP, 5);
        kernel.perform(slot, Invocation.TCB_RESUME);
        assertEquals(UserLayout.PROGRAM + 16, victim.context.instructionPointer());
        assertEquals(ThreadState.READY, victim.state);
    }

    @Test
    void revokedFaultEndpointMeansNoHandler() {
        int slot = kernel.thread(255, badged);
        kernel.delete(badged);
        kernel.revoke(endpoint);
        Tcb victim = fault(slot);
        assertNull(victim.queue);
        assertEquals(ThreadState.FAULTED, victim.state);
    }

    @Test
    void faultGoesToTheEndpointThatWasSetWhileTheThreadRan() {
        int slot = kernel.peer();
        kernel.perform(slot, Invocation.TCB_SET_FAULT_ENDPOINT, badged);
        fault(slot);
        kernel.receive(endpoint, reply);
        assertEquals(71, TestKernel.badge(root));
        assertEquals(FaultKind.PAGE_FAULT.ordinal(), TestKernel.label(root));
    }

    @Test
    void threadThatLosesItsFaultEndpointJustStops() {
        int slot = kernel.thread(255, badged);
        kernel.perform(slot, Invocation.TCB_SET_FAULT_ENDPOINT, 0);
        Tcb victim = fault(slot);
        assertEquals(ThreadState.FAULTED, victim.state);
        assertNull(victim.queue);
        assertEquals(2, kernel.slot(endpoint).object().capabilities());
    }

    @Test
    void faultThatWaitsToBeToldStaysWhereItIs() {
        int slot = kernel.thread(255, badged);
        Tcb victim = fault(slot);
        kernel.perform(slot, Invocation.TCB_SET_FAULT_ENDPOINT, kernel.make(ObjectType.ENDPOINT));
        assertNotNull(victim.queue);
        kernel.receive(endpoint, reply);
        assertEquals(71, TestKernel.badge(root));
    }

    @Test
    void endpointOfWhichTheThreadHadTheLastCapabilityGoes() {
        int slot = kernel.thread(255, badged);
        kernel.delete(badged);
        kernel.delete(endpoint);
        kernel.perform(slot, Invocation.TCB_SET_FAULT_ENDPOINT, 0);
        assertEquals(ThreadState.READY, kernel.tcb(slot).state);
    }

    private Tcb fault(int slot) {
        Tcb victim = kernel.tcb(slot);
        kernel.switchTo(victim);
        kernel.systemCalls.fault(FaultKind.PAGE_FAULT, 0, 4);
        assertSame(root, kernel.current());
        return victim;
    }
}
