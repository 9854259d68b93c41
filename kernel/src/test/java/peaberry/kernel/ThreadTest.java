package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;

class ThreadTest {

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();
    private final int thread = kernel.make(ObjectType.TCB);
    private final Tcb tcb = kernel.tcb(thread);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void newThreadIsInactiveAndCannotRunWithoutAnAddressSpace() {
        assertEquals(ThreadState.INACTIVE, tcb.state);
        assertEquals(KernelError.FAILED_LOOKUP, kernel.invoke(thread, Invocation.TCB_RESUME));
        assertEquals(ThreadState.INACTIVE, tcb.state);
    }

    @Test
    void configuredThreadRunsWhereItsRegistersSay() {
        configure();
        kernel.perform(thread, Invocation.TCB_WRITE_REGISTERS, 0x40_1230, 0x50_0000, 77);
        kernel.giveTime(thread);
        kernel.perform(thread, Invocation.TCB_RESUME);
        kernel.switchTo(tcb);
        assertEquals(0x40_1230, tcb.context.instructionPointer());
        assertEquals(0x50_0000, tcb.context.stackPointer());
        assertEquals(77, TestKernel.badge(tcb));
    }

    @Test
    void threadUsesItsOwnCNode() {
        int table = kernel.make(ObjectType.CNODE, 2);
        int notification = kernel.make(ObjectType.NOTIFICATION);
        kernel.perform(table, Invocation.CNODE_COPY, 3, TestKernel.CNODE, notification, TestKernel.ALL_RIGHTS);
        kernel.perform(thread, Invocation.TCB_CONFIGURE, table, TestKernel.VSPACE, 0, 0, 0, 255);
        kernel.giveTime(thread);
        kernel.perform(thread, Invocation.TCB_RESUME);
        kernel.switchTo(tcb);
        kernel.signal(3);
        assertEquals(KernelError.NONE, kernel.error());
        kernel.signal(notification);
        assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
    }

    @Test
    void threadWhoseCNodeIsGoneGetsErrorsOnly() {
        int table = kernel.make(ObjectType.CNODE, 2);
        kernel.perform(thread, Invocation.TCB_CONFIGURE, table, TestKernel.VSPACE, 0, 0, 0, 255);
        kernel.giveTime(thread);
        kernel.perform(thread, Invocation.TCB_RESUME);
        kernel.revoke(table);
        kernel.switchTo(tcb);
        kernel.signal(1);
        assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
        kernel.call(1, 0);
        assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
        kernel.replyReceive(1, 1, 0);
        assertEquals(KernelError.INVALID_CAPABILITY, kernel.error());
    }

    @Test
    void configuringAgainReplacesAllCapabilities() {
        int frame = kernel.make(ObjectType.FRAME);
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        kernel.perform(thread, Invocation.TCB_CONFIGURE, TestKernel.CNODE, TestKernel.VSPACE, frame,
                UserLayout.MESSAGE_BUFFER, endpoint, 9);
        assertSame(kernel.slot(frame), tcb.buffer.parent());
        assertEquals(2, kernel.slot(endpoint).object().capabilities());
        configure();
        assertTrue(tcb.buffer.isEmpty());
        assertTrue(tcb.faultEndpoint.isEmpty());
        assertEquals(1, kernel.slot(endpoint).object().capabilities());
        assertEquals(255, tcb.priority());
    }

    @Test
    void onlySuspendedThreadsAreChanged() {
        int running = kernel.peer();
        assertEquals(KernelError.ILLEGAL_OPERATION,
                kernel.invoke(running, Invocation.TCB_CONFIGURE, TestKernel.CNODE, TestKernel.VSPACE, 0, 0, 0, 1));
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(running, Invocation.TCB_WRITE_REGISTERS, 0, 0, 0));
        assertEquals(KernelError.ILLEGAL_OPERATION,
                kernel.invoke(TestKernel.ROOT_TCB, Invocation.TCB_CONFIGURE, TestKernel.CNODE, TestKernel.VSPACE, 0, 0, 0, 1));
    }

    @Test
    void configureChecksEveryArgument() {
        int frame = kernel.make(ObjectType.FRAME);
        int frameReader = kernel.mint(frame, TestKernel.READ_ONLY, 0);
        int endpointReader = kernel.mint(kernel.make(ObjectType.ENDPOINT), TestKernel.READ_ONLY, 0);
        int nodeReader = kernel.mint(TestKernel.CNODE, TestKernel.READ_ONLY, 0);
        int spaceReader = kernel.mint(TestKernel.VSPACE, TestKernel.READ_ONLY, 0);
        long node = TestKernel.CNODE;
        long space = TestKernel.VSPACE;
        long buffer = UserLayout.MESSAGE_BUFFER;
        assertEquals(KernelError.FAILED_LOOKUP, refusal(0, space, 0, 0, 0, 1));
        assertEquals(KernelError.FAILED_LOOKUP, refusal(space, space, 0, 0, 0, 1));
        assertEquals(KernelError.MISSING_RIGHT, refusal(nodeReader, space, 0, 0, 0, 1));
        assertEquals(KernelError.FAILED_LOOKUP, refusal(node, 0, 0, 0, 0, 1));
        assertEquals(KernelError.FAILED_LOOKUP, refusal(node, node, 0, 0, 0, 1));
        assertEquals(KernelError.MISSING_RIGHT, refusal(node, spaceReader, 0, 0, 0, 1));
        assertEquals(KernelError.FAILED_LOOKUP, refusal(node, space, node, buffer, 0, 1));
        assertEquals(KernelError.MISSING_RIGHT, refusal(node, space, frameReader, buffer, 0, 1));
        assertEquals(KernelError.ALIGNMENT_ERROR, refusal(node, space, frame, buffer + 8, 0, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(node, space, frame, -4096, 0, 1));
        assertEquals(KernelError.FAILED_LOOKUP, refusal(node, space, frame, buffer, frame, 1));
        assertEquals(KernelError.FAILED_LOOKUP, refusal(node, space, frame, buffer, -1, 1));
        assertEquals(KernelError.MISSING_RIGHT, refusal(node, space, frame, buffer, endpointReader, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(node, space, frame, buffer, 0, 256));
        assertEquals(KernelError.RANGE_ERROR, refusal(node, space, frame, buffer, 0, -1));
        assertEquals(KernelError.TRUNCATED_MESSAGE, refusal(node, space, frame, buffer, 0));
        assertTrue(tcb.node.isEmpty() && tcb.space.isEmpty() && tcb.buffer.isEmpty() && tcb.faultEndpoint.isEmpty());
    }

    @Test
    void registersOutsideOfAProgramsReachAreRefused() {
        for (long address : new long[] {-1, Long.MIN_VALUE, 0xFFFF_8000_0000_0000L, UserLayout.LIMIT + 1, 1L << 47}) {
            assertEquals(KernelError.RANGE_ERROR, kernel.invoke(thread, Invocation.TCB_WRITE_REGISTERS, address, 0, 0));
            assertEquals(KernelError.RANGE_ERROR, kernel.invoke(thread, Invocation.TCB_WRITE_REGISTERS, 0, address, 0));
        }
        assertEquals(KernelError.RANGE_ERROR,
                kernel.invoke(thread, Invocation.TCB_WRITE_REGISTERS, UserLayout.LIMIT, 0, 0));
    }

    @Test
    void suspendedThreadDoesNotRun() {
        int peer = kernel.peer();
        kernel.perform(peer, Invocation.TCB_SUSPEND);
        kernel.perform(peer, Invocation.TCB_SUSPEND);
        kernel.yieldProcessor();
        assertSame(root, kernel.current());
        assertEquals(ThreadState.INACTIVE, kernel.tcb(peer).state);
        kernel.perform(peer, Invocation.TCB_RESUME);
        kernel.yieldProcessor();
        assertSame(kernel.tcb(peer), kernel.current());
    }

    @Test
    void threadMaySuspendItself() {
        Tcb peer = kernel.tcb(kernel.peer());
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_SUSPEND);
        assertEquals(ThreadState.INACTIVE, root.state);
        assertSame(peer, kernel.current());
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_RESUME);
        assertEquals(KernelError.NONE, TestKernel.error(root));
        assertEquals(ThreadState.READY, root.state);
    }

    @Test
    void resumingAThreadThatWaitsOrRunsChangesNothing() {
        int notification = kernel.make(ObjectType.NOTIFICATION);
        int waiter = kernel.peer();
        kernel.switchTo(kernel.tcb(waiter));
        kernel.await(notification);
        kernel.perform(waiter, Invocation.TCB_RESUME);
        assertEquals(ThreadState.WAITING, kernel.tcb(waiter).state);
        kernel.perform(TestKernel.ROOT_TCB, Invocation.TCB_RESUME);
        assertSame(root, kernel.current());
    }

    @Test
    void resumedWaiterFindsItsCallAborted() {
        int notification = kernel.make(ObjectType.NOTIFICATION);
        int waiter = kernel.peer();
        kernel.switchTo(kernel.tcb(waiter));
        kernel.await(notification);
        kernel.perform(waiter, Invocation.TCB_SUSPEND);
        kernel.perform(waiter, Invocation.TCB_RESUME);
        assertEquals(KernelError.ABORTED, TestKernel.error(kernel.tcb(waiter)));
        kernel.signal(notification);
        assertEquals(ThreadState.READY, kernel.tcb(waiter).state);
    }

    @Test
    void operationsNeedTheirRights() {
        int reader = kernel.mint(thread, TestKernel.READ_ONLY, 0);
        int writer = kernel.mint(thread, TestKernel.WRITE_ONLY, 0);
        for (Invocation operation : new Invocation[] {Invocation.TCB_CONFIGURE, Invocation.TCB_WRITE_REGISTERS,
            Invocation.TCB_RESUME, Invocation.TCB_SUSPEND, Invocation.TCB_SET_PRIORITY, Invocation.TCB_BIND_NOTIFICATION}) {
            assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(reader, operation, 0, 0, 0, 0, 0, 0), operation.name());
        }
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(writer, Invocation.TCB_USAGE));
        kernel.perform(reader, Invocation.TCB_USAGE);
        assertNull(tcb.bound);
    }

    @Test
    void preemptedRegistersAreLeftAlone() {
        configure();
        kernel.giveTime(thread);
        kernel.perform(thread, Invocation.TCB_RESUME);
        tcb.context.setWord(2, 4711);
        tcb.context.setTag(99);
        kernel.perform(thread, Invocation.TCB_SUSPEND);
        kernel.perform(thread, Invocation.TCB_RESUME);
        assertEquals(4711, tcb.context.word(2));
        assertEquals(99, tcb.context.tag());
        assertNotEquals(ThreadState.INACTIVE, tcb.state);
    }

    private void configure() {
        kernel.perform(thread, Invocation.TCB_CONFIGURE, TestKernel.CNODE, TestKernel.VSPACE, 0, 0, 0, 255);
    }

    private KernelError refusal(long... words) {
        return kernel.invoke(thread, Invocation.TCB_CONFIGURE, words);
    }
}
