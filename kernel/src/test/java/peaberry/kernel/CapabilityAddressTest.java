package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.BootInfo;
import peaberry.abi.Guard;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;

/** An address goes through one CNode after the other, from its low bits up. */
class CapabilityAddressTest {

    private static final int ROOT_BITS = BootInfo.CNODE_BITS;
    private static final int BITS = 2;
    private static final int PLACE = 3;
    private static final int GUARD_BITS = 5;
    private static final long GUARD = 19;

    private final TestKernel kernel = TestKernel.booted();
    private final int table = kernel.make(ObjectType.CNODE, BITS);
    private final int notification = kernel.make(ObjectType.NOTIFICATION);

    CapabilityAddressTest() {
        kernel.perform(table, Invocation.CNODE_COPY, PLACE, TestKernel.CNODE, notification, TestKernel.ALL_RIGHTS);
    }

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    private static long through(long first, long rest) {
        return first | rest << ROOT_BITS;
    }

    private KernelError signal(long address) {
        kernel.signal(address);
        return kernel.error();
    }

    private int guarded(long badge) {
        int slot = kernel.free();
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_MINT, slot, TestKernel.CNODE, table, TestKernel.ALL_RIGHTS, badge);
        return slot;
    }

    @Test
    void aCNodeInASlotGoesOnWithTheRest() {
        assertEquals(KernelError.NONE, signal(through(table, PLACE)));
        assertEquals(KernelError.INVALID_CAPABILITY, signal(through(table, PLACE - 1)));
    }

    @Test
    void anAddressMayGoThroughSeveral() {
        int outer = kernel.make(ObjectType.CNODE, BITS);
        kernel.perform(outer, Invocation.CNODE_COPY, 1, TestKernel.CNODE, table, TestKernel.ALL_RIGHTS);

        assertEquals(KernelError.NONE, signal(through(outer, 1 | PLACE << BITS)));
        assertEquals(KernelError.NONE, kernel.invoke(through(outer, 1), Invocation.CNODE_INSPECT, PLACE));
    }

    @Test
    void whatIsNoCNodeGoesNoFurther() {
        assertEquals(KernelError.INVALID_CAPABILITY, signal(through(notification, 1)));
        assertEquals(KernelError.INVALID_CAPABILITY, signal(through(kernel.free(), 1)));
        assertEquals(KernelError.INVALID_CAPABILITY, signal(through(table, PLACE | 1 << BITS)));
        assertEquals(KernelError.INVALID_CAPABILITY, signal(-1));
    }

    @Test
    void aGuardMustBeInTheAddress() {
        int guarded = guarded(Guard.of(GUARD_BITS, GUARD).bits());

        assertEquals(KernelError.NONE, signal(through(guarded, GUARD | PLACE << GUARD_BITS)));
        assertEquals(KernelError.INVALID_CAPABILITY, signal(through(guarded, GUARD - 1 | PLACE << GUARD_BITS)));
        assertEquals(KernelError.INVALID_CAPABILITY, signal(through(guarded, PLACE)));
    }

    @Test
    void aThreadsOwnTableMayHaveAGuardThoughItHadNone() {
        int guarded = guarded(Guard.of(GUARD_BITS, GUARD).bits());
        int thread = kernel.make(ObjectType.TCB);
        kernel.perform(thread, Invocation.TCB_CONFIGURE, table, TestKernel.VSPACE, 0, 0, 0, 0);
        Tcb tcb = kernel.tcb(thread);
        assertEquals(PLACE, tcb.lookup(PLACE) == null ? 0 : PLACE);

        kernel.perform(thread, Invocation.TCB_CONFIGURE, guarded, TestKernel.VSPACE, 0, 0, 0, 0);

        assertEquals(CNode.NONE, tcb.table());
        assertEquals(null, tcb.lookup(PLACE));
        assertEquals(kernel.slot(notification).object(), tcb.lookup(GUARD | PLACE << GUARD_BITS).object());
        assertEquals(CNode.NONE, tcb.table());
    }

    @Test
    void aGuardThatDoesNotFitIsRefused() {
        int slot = kernel.free();
        for (long badge : new long[] {Guard.MAX_BITS + 1, Guard.of(2, 4).bits(), -1}) {
            assertEquals(KernelError.INVALID_ARGUMENT, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_MINT, slot, TestKernel.CNODE, table,
                    TestKernel.ALL_RIGHTS, badge));
        }
    }

    @Test
    void aGuardIsGivenOnce() {
        int guarded = guarded(Guard.of(1, 1).bits());
        assertEquals(KernelError.INVALID_ARGUMENT, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_MINT, kernel.free(), TestKernel.CNODE, guarded,
                TestKernel.ALL_RIGHTS, Guard.of(2, 1).bits()));
    }

    @Test
    void noMoreThanFourCNodesLieOnTheWay() {
        kernel.perform(table, Invocation.CNODE_COPY, 1, TestKernel.CNODE, table, TestKernel.ALL_RIGHTS);
        long twice = 1 | PLACE << BITS;
        assertEquals(KernelError.NONE, signal(through(table, 1 | twice << BITS)));
        assertEquals(KernelError.INVALID_CAPABILITY, signal(through(table, 1 | (1 | twice << BITS) << BITS)));
    }
}
