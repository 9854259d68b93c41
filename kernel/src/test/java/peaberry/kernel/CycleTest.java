package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import peaberry.abi.SystemCallNumber;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.machine.simulated.InterruptController;

/**
 * Partitions and the cycle of their windows. The root's partition has one window, of a turn; one thread runs in each of two others,
 * named {@code a} and {@code b}. All threads share the root's table, so whoever runs makes the test's system calls.
 */
class CycleTest {

    private static final long MICROSECOND = 1_000;
    private static final long NOT_ARMED = Long.MAX_VALUE;
    private static final long SHORTEST = 50;
    private static final long LONGEST = 1L << 32;
    private static final long LENGTH = 1_000;
    private static final int NOWHERE = 0;

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();
    private final int partitionA = kernel.make(ObjectType.PARTITION);
    private final int partitionB = kernel.make(ObjectType.PARTITION);
    private final Tcb a = threadIn(partitionA);
    private final Tcb b = threadIn(partitionB);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void aPartitionWithTwoWindowsRunsTwiceACycle() {
        add(window(), partitionA, LENGTH);
        add(window(), partitionB, 2 * LENGTH);
        add(window(), partitionA, 3 * LENGTH);
        assertEquals("root 5000, a 1000, b 2000, a 3000, root 5000, a 1000, b 2000, a 3000", nextWindows(8));
    }

    @Test
    void aWindowWithoutAPlaceOpensAfterAllOthers() {
        add(window(), partitionA, LENGTH);
        endWindow();
        assertSame(a, kernel.current());
        add(window(), partitionB, LENGTH);
        assertEquals("a 1000, root 5000, b 1000, a 1000", nextWindows(4));
    }

    @Test
    void aWindowWithAPlaceFollowsTheOneThatIsNamed() {
        int first = window();
        add(first, partitionA, LENGTH);
        add(window(), partitionA, 2 * LENGTH);
        add(window(), partitionB, 3 * LENGTH, first);
        add(window(), partitionB, 4 * LENGTH, TestKernel.TIME_WINDOW);
        assertEquals("root 5000, b 4000, a 1000, b 3000, a 2000, root 5000", nextWindows(6));
    }

    @Test
    void aWindowThatIsAloneNeverEnds() {
        assertEquals(NOT_ARMED, kernel.machine.timer().ticksLeft());
        int window = window();
        add(window, partitionA, LENGTH);
        assertEquals(TestKernel.TURN * MICROSECOND, kernel.machine.timer().ticksLeft());
        remove(window);
        assertEquals("root for ever", nextWindows(2));
    }

    @Test
    void addingAWindowDoesNotProlongTheOneThatIsOpen() {
        add(window(), partitionA, LENGTH);
        kernel.clock += LENGTH * MICROSECOND;
        add(window(), partitionB, LENGTH);
        assertEquals("root 4000, a 1000, b 1000, root 5000", nextWindows(4));
    }

    @Test
    void latenessDoesNotAddUp() {
        long late = 7 * MICROSECOND;
        add(window(), partitionA, LENGTH);
        long due = kernel.clock + TestKernel.TURN * MICROSECOND;
        for (int cycle = 0; cycle < 5; cycle++) {
            kernel.clock = due + late;
            expire();
            assertSame(a, kernel.current());
            assertEquals(LENGTH * MICROSECOND - late, kernel.machine.timer().ticksLeft());
            kernel.clock = due + LENGTH * MICROSECOND + late;
            expire();
            assertSame(root, kernel.current());
            due += (LENGTH + TestKernel.TURN) * MICROSECOND;
        }
    }

    @Test
    void aWindowThatWouldBeOverAlreadyGivesWayAtOnce() {
        add(window(), partitionA, LENGTH);
        kernel.clock += (TestKernel.TURN + 2 * LENGTH) * MICROSECOND;
        expire();
        assertSame(a, kernel.current());
        assertEquals(0, kernel.machine.timer().ticksLeft());
        endWindow();
        assertEquals("root 5000, a 1000", nextWindows(2));
    }

    @Test
    void betweenTwoWindowsOfOnePartitionItsThreadRunsOn() {
        add(window(), partitionA, LENGTH);
        add(window(), partitionA, LENGTH);
        Tcb second = threadIn(partitionA);
        endWindow();
        assertSame(a, kernel.current());
        endWindow();
        assertSame(a, kernel.current());
        assertEquals(ThreadState.READY, second.state);
    }

    @Test
    void removingTheOpenWindowOpensTheNextAtOnce() {
        int window = window();
        add(window, partitionA, LENGTH);
        add(window(), partitionB, LENGTH);
        endWindow();
        assertSame(a, kernel.current());
        kernel.clock += LENGTH / 2 * MICROSECOND;
        remove(window);
        assertSame(b, kernel.current());
        assertEquals("b 1000, root 5000, b 1000", nextWindows(3));
        assertEquals(ThreadState.READY, a.state);
    }

    @Test
    void removingAWindowThatIsNotOpenLeavesTheEndOfTheOpenOne() {
        int window = window();
        add(window, partitionA, LENGTH);
        add(window(), partitionB, LENGTH);
        kernel.clock += LENGTH * MICROSECOND;
        remove(window);
        assertEquals("root 4000, b 1000, root 5000", nextWindows(3));
    }

    @Test
    void withoutTheLastWindowNobodyRuns() {
        kernel.trap(SystemCallNumber.CALL, TestKernel.PARTITION_CONTROL, 0, Invocation.PARTITION_CONTROL_REMOVE_WINDOW.ordinal(),
                TestKernel.TIME_WINDOW);
        assertNull(kernel.current());
        assertEquals(ThreadState.READY, root.state);
        assertEquals(NOT_ARMED, kernel.machine.timer().ticksLeft());
        kernel.processor.addWindow(timeWindow(TestKernel.TIME_WINDOW), (Partition) kernel.slot(TestKernel.PARTITION).object(), LENGTH, null);
        kernel.processor.dispatch();
        assertSame(root, kernel.current());
        assertEquals(KernelError.NONE, TestKernel.error(root));
    }

    @Test
    void aWindowThatWasRemovedCanBeAddedForAnotherPartition() {
        int window = window();
        add(window, partitionA, LENGTH);
        remove(window);
        add(window, partitionB, 2 * LENGTH);
        assertEquals("root 5000, b 2000, root 5000", nextWindows(3));
    }

    @Test
    void aWindowThatIsDestroyedLeavesTheCycle() {
        int window = window();
        int copy = kernel.mint(window, TestKernel.ALL_RIGHTS, 0);
        add(window, partitionA, LENGTH);
        kernel.delete(window);
        assertEquals("root 5000, a 1000", nextWindows(2));
        kernel.delete(copy);
        assertEquals("root for ever", nextWindows(2));
    }

    @Test
    void aThreadMayDestroyTheWindowThatItRunsIn() {
        int window = window();
        add(window, partitionA, LENGTH);
        endWindow();
        assertSame(a, kernel.current());
        kernel.trap(SystemCallNumber.CALL, TestKernel.CNODE, 0, Invocation.CNODE_DELETE.ordinal(), window);
        assertSame(root, kernel.current());
        assertEquals(KernelError.NONE, TestKernel.error(a));
        assertTrue(kernel.slot(window).isEmpty());
        endWindow();
        assertSame(root, kernel.current());
    }

    @Test
    void theWindowsOfADestroyedPartitionLeaveTheCycle() {
        int first = window();
        int second = window();
        add(first, partitionA, LENGTH);
        add(window(), partitionB, LENGTH);
        add(second, partitionA, LENGTH);
        kernel.delete(partitionA);
        assertEquals("root 5000, b 1000, root 5000", nextWindows(3));
        assertFalse(timeWindow(first).isInCycle());
        assertEquals(ThreadState.DEPLETED, a.state);
        add(second, partitionB, 2 * LENGTH);
        assertEquals("b 1000, root 5000, b 3000, root 5000", nextWindows(4));
    }

    @Test
    void aThreadMayDestroyThePartitionThatItRunsIn() {
        add(window(), partitionA, LENGTH);
        add(window(), partitionB, LENGTH);
        add(window(), partitionA, LENGTH);
        endWindow();
        assertSame(a, kernel.current());
        kernel.trap(SystemCallNumber.CALL, TestKernel.CNODE, 0, Invocation.CNODE_DELETE.ordinal(), partitionA);
        assertSame(b, kernel.current());
        assertEquals(ThreadState.DEPLETED, a.state);
        assertEquals("b 1000, root 5000, b 1000", nextWindows(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theEndOfAPartitionCanBeInterruptedAtEachWindow(int stop) {
        for (int i = 0; i < 4; i++) {
            add(window(), partitionA, LENGTH);
            add(window(), partitionB, LENGTH);
        }
        interruptDeletion(partitionA, stop);
        kernel.check();
        kernel.delete(partitionA);
        assertNull(kernel.processor.deletion.doomed());
        assertEquals("root 5000, b 4000, root 5000", nextWindows(3));
    }

    @Test
    void whenTheIdleProcessorEndsAPartitionTheNextWindowOpens() {
        int never = kernel.make(ObjectType.NOTIFICATION);
        add(window(), partitionA, LENGTH);
        add(window(), partitionA, LENGTH);
        interruptDeletion(partitionA, 1);
        endWindow();
        assertSame(a, kernel.current());
        kernel.await(never);
        deliverTimer();
        assertSame(root, kernel.current());
        assertEquals("root for ever", nextWindows(2));
    }

    @Test
    void addWindowRefusesALengthOutsideItsRange() {
        int window = window();
        assertEquals(KernelError.RANGE_ERROR, tryToAdd(window, SHORTEST - 1, NOWHERE));
        assertEquals(KernelError.RANGE_ERROR, tryToAdd(window, LONGEST + 1, NOWHERE));
        assertEquals(KernelError.RANGE_ERROR, tryToAdd(window, 0, NOWHERE));
        assertEquals(KernelError.RANGE_ERROR, tryToAdd(window, -1, NOWHERE));
        add(window, partitionA, SHORTEST);
        add(window(), partitionA, LONGEST);
    }

    @Test
    void addWindowRefusesAWindowOfTheCycle() {
        assertEquals(KernelError.OCCUPIED, tryToAdd(TestKernel.TIME_WINDOW, LENGTH, NOWHERE));
        assertEquals(KernelError.OCCUPIED, tryToAdd(TestKernel.TIME_WINDOW, LENGTH, TestKernel.TIME_WINDOW));
        assertEquals("root for ever", nextWindows(2));
    }

    @Test
    void addWindowRefusesAPlaceThatIsNotInTheCycle() {
        int window = window();
        assertEquals(KernelError.INVALID_ARGUMENT, tryToAdd(window, LENGTH, window()));
        assertEquals(KernelError.INVALID_ARGUMENT, tryToAdd(window, LENGTH, window));
        assertFalse(timeWindow(window).isInCycle());
    }

    @Test
    void removeWindowRefusesAWindowThatIsNotInTheCycle() {
        int window = window();
        assertEquals(KernelError.INVALID_ARGUMENT, kernel.invoke(TestKernel.PARTITION_CONTROL, Invocation.PARTITION_CONTROL_REMOVE_WINDOW, window));
        add(window, partitionA, LENGTH);
        remove(window);
        assertEquals(KernelError.INVALID_ARGUMENT, kernel.invoke(TestKernel.PARTITION_CONTROL, Invocation.PARTITION_CONTROL_REMOVE_WINDOW, window));
    }

    private Tcb threadIn(int partition) {
        int slot = kernel.make(ObjectType.TCB);
        kernel.perform(slot, Invocation.TCB_CONFIGURE, TestKernel.CNODE, TestKernel.VSPACE, 0, 0, 0, 1);
        kernel.perform(slot, Invocation.TCB_WRITE_REGISTERS, UserLayout.PROGRAM, UserLayout.STACK_TOP, 0);
        int context = kernel.make(ObjectType.SCHED_CONTEXT);
        kernel.perform(partition, Invocation.PARTITION_CONFIGURE, context, LONGEST, LONGEST);
        kernel.perform(context, Invocation.SCHED_CONTEXT_BIND, slot);
        kernel.perform(slot, Invocation.TCB_RESUME);
        return kernel.tcb(slot);
    }

    private int window() {
        return kernel.make(ObjectType.TIME_WINDOW);
    }

    private TimeWindow timeWindow(int slot) {
        return (TimeWindow) kernel.slot(slot).object();
    }

    private void add(int window, int partition, long length) {
        add(window, partition, length, NOWHERE);
    }

    private void add(int window, int partition, long length, int after) {
        kernel.perform(TestKernel.PARTITION_CONTROL, Invocation.PARTITION_CONTROL_ADD_WINDOW, window, partition, length, after);
    }

    private KernelError tryToAdd(int window, long length, int after) {
        return kernel.invoke(TestKernel.PARTITION_CONTROL, Invocation.PARTITION_CONTROL_ADD_WINDOW, window, partitionA, length, after);
    }

    private void remove(int window) {
        kernel.perform(TestKernel.PARTITION_CONTROL, Invocation.PARTITION_CONTROL_REMOVE_WINDOW, window);
    }

    /** Deletes the last capability of an object, and is interrupted after so many steps, if it takes more. */
    private void interruptDeletion(int slot, int steps) {
        kernel.processor.preemption.lookAfter(1);
        kernel.machine.interrupts().pendAfter(steps);
        kernel.invoke(TestKernel.CNODE, Invocation.CNODE_DELETE, slot);
        kernel.machine.interrupts().pendAfter(InterruptController.NEVER);
    }

    /** Lets time pass until the open window ends, if it ends. */
    private void endWindow() {
        if (kernel.machine.timer().ticksLeft() != NOT_ARMED) {
            kernel.clock += kernel.machine.timer().ticksLeft();
            expire();
        }
    }

    private void expire() {
        assertTrue(kernel.machine.timer().takeExpiry());
        kernel.systemCalls.timer();
    }

    private void deliverTimer() {
        while (kernel.machine.timer().takeExpiry()) {
            kernel.systemCalls.timer();
        }
    }

    /** Who runs, and for how many microseconds from now on until somebody else does; then the same of those that follow. */
    private String nextWindows(int count) {
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < count; i++) {
            Tcb runner = kernel.current();
            long start = kernel.clock;
            told.append(i == 0 ? "" : ", ").append(runner == root ? "root" : runner == a ? "a" : runner == b ? "b" : "nobody");
            while (kernel.current() == runner) {
                if (kernel.machine.timer().ticksLeft() == NOT_ARMED) {
                    return told.append(" for ever").toString();
                }
                endWindow();
            }
            told.append(' ').append((kernel.clock - start) / MICROSECOND);
        }
        return told.toString();
    }
}
