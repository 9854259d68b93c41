package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;

/** Objects that go away while they are in use. */
class DeletionTest {

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void threadMayDeleteItself() {
        Tcb peer = kernel.tcb(kernel.peer());
        kernel.delete(TestKernel.ROOT_TCB);
        assertSame(peer, kernel.current());
        assertEquals(ThreadState.INACTIVE, root.state);
        assertTrue(root.node.isEmpty());
    }

    @Test
    void lastThreadMayDeleteItself() {
        kernel.delete(TestKernel.ROOT_TCB);
        assertNull(kernel.current());
    }

    @Test
    void deletedThreadLeavesTheRunQueue() {
        int slot = kernel.peer();
        Tcb peer = kernel.tcb(slot);
        kernel.delete(slot);
        assertNull(peer.queue);
        kernel.yieldProcessor();
        assertSame(root, kernel.current());
    }

    @Test
    void deletedThreadLeavesTheEndpointsQueue() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int slot = kernel.peer();
        kernel.switchTo(kernel.tcb(slot));
        kernel.call(endpoint, 1);
        kernel.delete(slot);
        Tcb other = kernel.tcb(kernel.peer());
        kernel.receive(endpoint, 0);
        assertEquals(ThreadState.RECEIVING, root.state);
        assertSame(other, kernel.current());
    }

    @Test
    void deletedFaultedThreadLeavesItsHandlersQueue() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int slot = kernel.thread(255, endpoint);
        kernel.switchTo(kernel.tcb(slot));
        kernel.systemCalls.fault(FaultKind.PAGE_FAULT, 0, 4);
        kernel.delete(slot);
        kernel.peer();
        kernel.receive(endpoint, 0);
        assertEquals(ThreadState.RECEIVING, root.state);
    }

    @Test
    void revokingTheMemoryOneRunsInStopsTheWholeProcess() {
        TestProcess process = new TestProcess(kernel);
        kernel.perform(process.node, Invocation.CNODE_MOVE, TestProcess.MEMORY, TestKernel.CNODE, process.block);
        kernel.switchTo(process.thread);
        kernel.invoke(TestProcess.OWN_CNODE, Invocation.CNODE_REVOKE, TestProcess.MEMORY);
        assertSame(root, kernel.current());
        assertEquals(ThreadState.INACTIVE, process.thread.state);
        assertTrue(kernel.slot(process.tcb).isEmpty());
        assertTrue(kernel.slot(process.space).isEmpty());
    }

    @Test
    void memoryOfARevokedProcessIsUsedAgain() {
        TestProcess process = new TestProcess(kernel);
        int block = process.block;
        kernel.switchTo(process.thread);
        kernel.switchTo(root);
        kernel.perform(process.node, Invocation.CNODE_MOVE, 20, TestKernel.CNODE, process.tcb);
        kernel.revoke(block);
        for (int round = 0; round < 3; round++) {
            int again = kernel.free();
            kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.TCB.ordinal(), 0, TestKernel.CNODE, again, 1);
            assertEquals(ThreadState.INACTIVE, kernel.tcb(again).state);
            kernel.revoke(block);
        }
    }

    @Test
    void deletingTheOwnCNodeLeavesTheThreadWithoutCapabilities() {
        TestProcess process = new TestProcess(kernel);
        kernel.delete(process.node);
        kernel.switchTo(process.thread);
        kernel.perform(TestProcess.OWN_CNODE, Invocation.CNODE_DELETE, TestProcess.OWN_CNODE);
        assertSame(process.thread, kernel.current());
        kernel.signal(1);
        assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
    }

    @Test
    void deletingTheRunningThreadsAddressSpaceStopsIt() {
        TestProcess process = new TestProcess(kernel);
        kernel.switchTo(process.thread);
        kernel.perform(TestProcess.OWN_CNODE, Invocation.CNODE_REVOKE, TestProcess.OWN_VSPACE);
        assertSame(process.thread, kernel.current());
        kernel.switchTo(root);
        kernel.revoke(process.space);
        assertEquals(ThreadState.INACTIVE, process.thread.state);
        assertEquals(KernelError.FAILED_LOOKUP, kernel.invoke(process.tcb, Invocation.TCB_RESUME));
    }

    @Test
    void revokingTheAddressSpaceOneRunsInSuspendsOneself() {
        Tcb peer = kernel.tcb(new TestProcess(kernel).tcb);
        kernel.revoke(TestKernel.UNTYPED);
        assertSame(root, kernel.current());
        assertEquals(ThreadState.INACTIVE, peer.state);
        int own = kernel.peer();
        kernel.switchTo(kernel.tcb(own));
        kernel.revoke(TestKernel.VSPACE);
        assertEquals(ThreadState.INACTIVE, kernel.tcb(own).state);
        assertSame(root, kernel.current());
    }

    @Test
    void waitingThreadWhoseAddressSpaceGoesLeavesItsQueue() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int slot = kernel.peer();
        kernel.switchTo(kernel.tcb(slot));
        kernel.receive(endpoint, 0);
        kernel.revoke(TestKernel.VSPACE);
        assertEquals(ThreadState.INACTIVE, kernel.tcb(slot).state);
        assertNull(kernel.tcb(slot).queue);
    }

    @Test
    void cNodeThatContainsItselfIsDestroyedWithItsMemory() {
        int block = kernel.make(ObjectType.UNTYPED, 16);
        int table = kernel.free();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.CNODE.ordinal(), 4, TestKernel.CNODE, table, 1);
        kernel.perform(table, Invocation.CNODE_COPY, 2, TestKernel.CNODE, table, TestKernel.ALL_RIGHTS);
        kernel.perform(table, Invocation.CNODE_MOVE, 3, TestKernel.CNODE, table);
        kernel.revoke(block);
        kernel.perform(block, Invocation.UNTYPED_USAGE);
        assertEquals(0, kernel.message.word1);
    }

    @Test
    void longChainOfCNodesIsDestroyedWithoutRecursion() {
        int outermost = kernel.make(ObjectType.CNODE, 1);
        CNode innermost = (CNode) kernel.slot(outermost).object();
        int next = kernel.free();
        for (int depth = 0; depth < 20_000; depth++) {
            kernel.perform(TestKernel.UNTYPED, Invocation.UNTYPED_RETYPE, ObjectType.CNODE.ordinal(), 1, TestKernel.CNODE,
                    next, 1);
            kernel.perform(next, Invocation.CNODE_MOVE, 1, TestKernel.CNODE, outermost);
            kernel.perform(TestKernel.CNODE, Invocation.CNODE_MOVE, outermost, TestKernel.CNODE, next);
        }
        kernel.delete(outermost);
        assertEquals(0, innermost.capabilities());
    }

    @Test
    void revokingMemoryThatHoldsTheRevokedCapabilityItselfEnds() {
        int block = kernel.make(ObjectType.UNTYPED, 16);
        int table = kernel.free();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.CNODE.ordinal(), 4, TestKernel.CNODE, table, 1);
        kernel.perform(table, Invocation.CNODE_MOVE, 5, TestKernel.CNODE, block);
        kernel.perform(table, Invocation.CNODE_REVOKE, 5);
        assertTrue(kernel.slot(table).isEmpty());
        assertTrue(kernel.slot(block).isEmpty());
    }

    @Test
    void reconfiguringAThreadMayDestroyTheCaller() {
        TestProcess process = new TestProcess(kernel);
        int victim = kernel.make(ObjectType.TCB);
        int table = kernel.make(ObjectType.CNODE, 5);
        kernel.perform(victim, Invocation.TCB_CONFIGURE, table, TestKernel.VSPACE, 0, 0, 0, 1);
        kernel.perform(table, Invocation.CNODE_MOVE, 1, TestKernel.CNODE, process.tcb);
        kernel.delete(table);
        kernel.perform(process.node, Invocation.CNODE_MOVE, 21, TestKernel.CNODE, victim);
        kernel.delete(process.node);
        kernel.switchTo(process.thread);
        kernel.check();
        kernel.call(21, Invocation.TCB_CONFIGURE.ordinal(), TestProcess.OWN_CNODE, TestProcess.OWN_VSPACE, 0, 0, 0, 0);
        assertEquals(ThreadState.INACTIVE, process.thread.state);
        assertSame(root, kernel.current());
    }

    @Test
    void objectLivesUntilTheLastCapabilityIsGone() {
        int notification = kernel.make(ObjectType.NOTIFICATION);
        int copy = kernel.mint(notification, TestKernel.ALL_RIGHTS, 2);
        KernelObject object = kernel.slot(notification).object();
        kernel.delete(notification);
        assertEquals(1, object.capabilities());
        kernel.signal(copy);
        assertEquals(2, kernel.poll(copy));
        kernel.delete(copy);
        assertEquals(0, object.capabilities());
    }

    @Test
    void bufferOfARunningThreadMayBeRevoked() {
        int frame = kernel.make(ObjectType.FRAME);
        int slot = kernel.make(ObjectType.TCB);
        kernel.perform(slot, Invocation.TCB_CONFIGURE, TestKernel.CNODE, TestKernel.VSPACE, frame,
                UserLayout.MESSAGE_BUFFER, 0, 255);
        kernel.perform(slot, Invocation.TCB_RESUME);
        kernel.revoke(frame);
        assertTrue(kernel.tcb(slot).buffer.isEmpty());
        assertFalse(kernel.slot(frame).isEmpty());
    }
}
