package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.ThreadState;
import peaberry.machine.simulated.InterruptController;

/** Deletions that whoever began them does not end, because it was stopped or destroyed what it needs; and how long they take. */
class UnfinishedDeletionTest {

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();

    UnfinishedDeletionTest() {
        kernel.processor.preemption.lookAfter(1);
    }

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20})
    void aProcessThatRevokesItsOwnMemoryIsGoneAfterItsParentRevokesToo(int stop) {
        TestProcess process = new TestProcess(kernel);
        kernel.perform(process.node, Invocation.CNODE_MOVE, TestProcess.MEMORY, TestKernel.CNODE, process.block);
        kernel.switchTo(process.thread);
        kernel.check();
        interrupted(stop, TestProcess.OWN_CNODE, Invocation.CNODE_REVOKE, TestProcess.MEMORY);
        kernel.check();
        kernel.switchTo(root);
        kernel.revoke(TestKernel.UNTYPED);
        assertEquals(ThreadState.INACTIVE, process.thread.state);
        assertNull(kernel.processor.deletion.doomed());
        assertNull(kernel.slot(TestKernel.UNTYPED).firstChild());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20})
    void aThreadThatDeletesItselfIsBuriedByWhoeverDeletesNext(int stop) {
        TestProcess process = new TestProcess(kernel);
        kernel.perform(process.node, Invocation.CNODE_MOVE, 7, TestKernel.CNODE, process.tcb);
        kernel.switchTo(process.thread);
        kernel.check();
        interrupted(stop, TestProcess.OWN_CNODE, Invocation.CNODE_DELETE, 7);
        assertEquals(ThreadState.INACTIVE, process.thread.state);
        kernel.check();
        kernel.switchTo(root);
        kernel.delete(kernel.free());
        assertNull(kernel.processor.deletion.doomed());
        assertTrue(process.thread.node.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aThreadThatRevokesTheAddressSpaceItRunsInStopsThere(int stop) {
        TestProcess process = new TestProcess(kernel);
        kernel.perform(process.node, Invocation.CNODE_MOVE, 7, TestKernel.CNODE, process.space);
        kernel.switchTo(process.thread);
        interrupted(stop, TestProcess.OWN_CNODE, Invocation.CNODE_REVOKE, 7);
        kernel.check();
        kernel.switchTo(root);
        kernel.revoke(process.block);
        assertEquals(ThreadState.INACTIVE, process.thread.state);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 10, 20, 40})
    void aTableThatHoldsTheMemoryItWasMadeFromIsBuriedWithIt(int stop) {
        int block = kernel.make(ObjectType.UNTYPED, 16);
        int table = kernel.free();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.CNODE.ordinal(), 4, TestKernel.CNODE, table, 1);
        kernel.perform(table, Invocation.CNODE_MOVE, 5, TestKernel.CNODE, block);
        kernel.check();
        interrupted(stop, table, Invocation.CNODE_REVOKE, 5);
        kernel.check();
        kernel.delete(kernel.free());
        assertTrue(kernel.slot(table).isEmpty());
        assertNull(kernel.processor.deletion.doomed());
        assertNull(kernel.slot(TestKernel.UNTYPED).firstChild());
    }

    @Test
    void whatAStoppedThreadLeftIsBuriedWhenTheProcessorIsIdle() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int caller = kernel.peer();
        kernel.switchTo(kernel.tcb(caller));
        kernel.call(endpoint, 1);
        int deleter = kernel.peer();
        int table = kernel.make(ObjectType.CNODE, 4);
        kernel.perform(table, Invocation.CNODE_MOVE, 9, TestKernel.CNODE, endpoint);
        kernel.switchTo(kernel.tcb(deleter));
        kernel.check();
        interrupted(1, TestKernel.CNODE, Invocation.CNODE_DELETE, table);
        kernel.switchTo(root);
        kernel.perform(deleter, Invocation.TCB_SUSPEND);
        assertNotNull(kernel.processor.deletion.doomed());
        assertEquals(ThreadState.SENDING, kernel.tcb(caller).state);
        kernel.await(kernel.make(ObjectType.NOTIFICATION));
        assertEquals(ThreadState.RUNNING, kernel.tcb(caller).state);
        assertEquals(KernelError.ABORTED, TestKernel.error(kernel.tcb(caller)));
        assertNull(kernel.processor.deletion.doomed());
    }

    @Test
    void ofThoseWhoAreWokenWhileTheProcessorIsIdleTheMostUrgentRuns() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int first = kernel.peer();
        kernel.switchTo(kernel.tcb(first));
        kernel.call(endpoint, 1);
        int second = kernel.peer();
        kernel.switchTo(kernel.tcb(second));
        kernel.call(endpoint, 1);
        int deleter = kernel.peer();
        int table = kernel.make(ObjectType.CNODE, 4);
        kernel.perform(table, Invocation.CNODE_MOVE, 9, TestKernel.CNODE, endpoint);
        kernel.perform(first, Invocation.TCB_SET_PRIORITY, 100);
        kernel.perform(second, Invocation.TCB_SET_PRIORITY, 200);
        kernel.switchTo(kernel.tcb(deleter));
        interrupted(1, TestKernel.CNODE, Invocation.CNODE_DELETE, table);
        kernel.switchTo(root);
        kernel.perform(deleter, Invocation.TCB_SUSPEND);
        kernel.await(kernel.make(ObjectType.NOTIFICATION));
        assertTrue(kernel.machine.timer().takeExpiry());
        kernel.systemCalls.timer();
        assertSame(kernel.tcb(second), kernel.current());
        assertEquals(ThreadState.READY, kernel.tcb(first).state);
    }

    @Test
    void memoryIsNotUsedAgainWhileAnythingIsDoomed() {
        int block = kernel.make(ObjectType.UNTYPED, 14);
        int table = kernel.free();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.CNODE.ordinal(), 4, TestKernel.CNODE, table, 1);
        for (int index = 1; index < 16; index++) {
            kernel.perform(table, Invocation.CNODE_COPY, index, TestKernel.CNODE, TestKernel.IRQ_CONTROL, 7);
        }
        kernel.check();
        interrupted(1, TestKernel.CNODE, Invocation.CNODE_REVOKE, block);
        assertNull(kernel.slot(block).firstChild());
        assertEquals(KernelError.INTERRUPTED, interrupted(2, block, Invocation.UNTYPED_RETYPE, ObjectType.FRAME.ordinal(), 0,
                TestKernel.CNODE, table, 1));
        assertNotEquals(0, kernel.slot(block).extent());
        kernel.check();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.FRAME.ordinal(), 0, TestKernel.CNODE, table, 1);
        assertNull(kernel.processor.deletion.doomed());
        assertEquals(kernel.slot(block).base().value(), kernel.slot(table).base().value());
    }

    @Test
    void whatIsNotCleanedToTheEndIsCleanedFurtherWhateverIsMadeThen() {
        int block = kernel.make(ObjectType.UNTYPED, 15);
        long base = kernel.slot(block).base().value();
        for (int word = 0; word < 1 << 12; word++) {
            kernel.machine.memory().storeLong(base + 8 * word, -1);
        }
        int slot = kernel.free(2);
        assertEquals(KernelError.INTERRUPTED, interrupted(5, block, Invocation.UNTYPED_RETYPE, ObjectType.CNODE.ordinal(), 7,
                TestKernel.CNODE, slot, 1));
        assertEquals(5 * 1024, kernel.message.word0);
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.ENDPOINT.ordinal(), 0, TestKernel.CNODE, slot, 1);
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.FRAME.ordinal(), 0, TestKernel.CNODE, slot + 1, 1);
        for (int word = 0; word < 512; word++) {
            assertEquals(0, kernel.machine.memory().loadLong(base + 4096 + 8 * word));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 1000, 2000})
    void revokingTakesAFewStepsForEachCapability(int copies) {
        CNode table = (CNode) kernel.slot(kernel.make(ObjectType.CNODE, 12)).object();
        Slot chain = kernel.slot(kernel.make(ObjectType.ENDPOINT));
        Slot last = chain;
        Slot star = kernel.slot(kernel.make(ObjectType.ENDPOINT));
        for (int index = 1; index <= copies; index++) {
            table.slot(index).copy(last, Rights.ALL, 0);
            last = table.slot(index);
            table.slot(2000 + index).copy(star, Rights.ALL, 0);
        }
        assertTrue(kernel.processor.deletion.revoke(chain));
        assertEquals(3 * copies - 2, kernel.processor.preemption.steps());
        assertTrue(kernel.processor.deletion.revoke(star));
        assertEquals(copies, kernel.processor.preemption.steps());
    }

    @Test
    void theLargestTableIsMadeAndDestroyedInSteps() {
        int slot = kernel.free();
        int interruptions = 0;
        while (interrupted(1, TestKernel.UNTYPED, Invocation.UNTYPED_RETYPE, ObjectType.CNODE.ordinal(), ObjectType.MAX_CNODE_BITS,
                TestKernel.CNODE, slot, 1) == KernelError.INTERRUPTED) {
            interruptions++;
        }
        assertTrue(interruptions >= 8 << 10, "a KiB at a time");
        CNode table = (CNode) kernel.slot(slot).object();
        table.slot(60_000).copy(kernel.slot(TestKernel.IRQ_CONTROL), Rights.ALL, 0);
        assertEquals(KernelError.INTERRUPTED, interrupted(1, TestKernel.CNODE, Invocation.CNODE_DELETE, slot));
        kernel.check();
        kernel.delete(slot);
        assertTrue(table.slot(60_000).isEmpty());
        assertTrue(kernel.processor.preemption.steps() < 5000, "empty slots are skipped");
    }

    /** Invokes once, with an interrupt after some steps. */
    private KernelError interrupted(int steps, long capability, Invocation operation, long... words) {
        kernel.machine.interrupts().pendAfter(steps);
        KernelError error = kernel.invoke(capability, operation, words);
        kernel.machine.interrupts().pendAfter(InterruptController.NEVER);
        return error;
    }
}
