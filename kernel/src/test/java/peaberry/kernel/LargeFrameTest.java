package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation;
import peaberry.machine.VirtualMemory;

/** Frames of 2 MiB, beside those of 4 KiB and page tables. */
class LargeFrameTest {

    private static final long READ = 2;
    private static final long READ_WRITE = 3;
    private static final long SIZE = 2 << 20;
    private static final long ADDRESS = 0x2000_0000L;

    private final TestKernel kernel = TestKernel.booted();
    private final int frame = kernel.make(ObjectType.LARGE_FRAME);

    LargeFrameTest() {
        kernel.perform(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, TestKernel.VSPACE, 1L << 39);
        kernel.perform(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, TestKernel.VSPACE, 1L << 39);
    }

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void isAlignedAndEmptyAndSaysItsSize() {
        assertEquals(CapabilityType.FRAME, kernel.slot(frame).type());
        assertEquals(0, kernel.slot(frame).base().value() % SIZE);
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, frame);
        assertEquals(0, kernel.message.word3);
        assertEquals(21, kernel.message.word4);
        map(ADDRESS, READ);
        assertEquals(0, VirtualMemory.loadLong(ADDRESS + SIZE - 8));
    }

    @Test
    void isMappedAllAtOnce() {
        map(ADDRESS, READ_WRITE);
        VirtualMemory.storeLong(ADDRESS, 1);
        VirtualMemory.storeLong(ADDRESS + SIZE - 8, 2);
        long base = kernel.slot(frame).base().value();
        assertEquals(1, kernel.machine.memory().loadLong(base));
        assertEquals(2, kernel.machine.memory().loadLong(base + SIZE - 8));
        assertEquals(0, locate(ADDRESS + SIZE));
    }

    @Test
    void isUnmappedMovedAndDeletedWhole() {
        map(ADDRESS, READ_WRITE);
        kernel.perform(frame, Invocation.FRAME_UNMAP);
        assertEquals(0, locate(ADDRESS));
        map(ADDRESS, READ_WRITE);
        int moved = kernel.free();
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_MOVE, moved, TestKernel.CNODE, frame);
        assertNull(kernel.slot(frame).space());
        assertSame(kernel.slot(TestKernel.VSPACE).object(), kernel.slot(moved).space());
        kernel.delete(moved);
        assertEquals(0, locate(ADDRESS + SIZE - 1));
    }

    @Test
    void goesWithTheMemoryThatItWasMadeOf() {
        int block = kernel.make(ObjectType.UNTYPED, 22);
        int large = kernel.free();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.LARGE_FRAME.ordinal(), 0, TestKernel.CNODE, large, 1);
        int copy = kernel.mint(large, TestKernel.READ_ONLY, 0);
        kernel.perform(large, Invocation.FRAME_MAP, TestKernel.VSPACE, ADDRESS, READ_WRITE, 0);
        kernel.perform(copy, Invocation.FRAME_MAP, TestKernel.VSPACE, ADDRESS + SIZE, READ, 0);
        VirtualMemory.storeInt(ADDRESS + 4, 7);
        assertEquals(7, VirtualMemory.loadInt(ADDRESS + SIZE + 4));
        kernel.revoke(block);
        assertEquals(0, locate(ADDRESS));
        assertEquals(0, locate(ADDRESS + SIZE));
    }

    @Test
    void addressIsAlignedAndItsEndIsAUsersToo() {
        assertEquals(KernelError.ALIGNMENT_ERROR, refusal(ADDRESS + UserLayout.PAGE));
        assertEquals(KernelError.ALIGNMENT_ERROR, refusal(ADDRESS + SIZE / 2));
        assertEquals(KernelError.RANGE_ERROR, refusal(0));
        assertEquals(KernelError.RANGE_ERROR, refusal(UserLayout.LIMIT + UserLayout.PAGE - SIZE));
        assertEquals(KernelError.RANGE_ERROR, refusal(UserLayout.LIMIT));
        assertEquals(KernelError.RANGE_ERROR, refusal(-SIZE));
        assertEquals(KernelError.MISSING_PAGE_TABLE, refusal(1L << 40));
    }

    @Test
    void nothingElseIsMappedWhereItIs() {
        map(ADDRESS, READ);
        int small = kernel.make(ObjectType.FRAME);
        int table = kernel.make(ObjectType.PAGE_TABLE);
        assertEquals(KernelError.OCCUPIED,
                kernel.invoke(small, Invocation.FRAME_MAP, TestKernel.VSPACE, ADDRESS + UserLayout.PAGE, READ, 0));
        assertEquals(KernelError.OCCUPIED,
                kernel.invoke(table, Invocation.PAGE_TABLE_MAP, TestKernel.VSPACE, ADDRESS + UserLayout.PAGE));
        kernel.perform(frame, Invocation.FRAME_UNMAP);
        kernel.perform(table, Invocation.PAGE_TABLE_MAP, TestKernel.VSPACE, ADDRESS);
        kernel.perform(small, Invocation.FRAME_MAP, TestKernel.VSPACE, ADDRESS, READ, 0);
        assertEquals(KernelError.OCCUPIED, refusal(ADDRESS));
        kernel.perform(table, Invocation.PAGE_TABLE_UNMAP);
        map(ADDRESS, READ);
    }

    /** A frame of 4 KiB that lost its table to a large frame does not take that away. */
    @Test
    void staysWhenACapabilityThatWasMappedThereBeforeIsUnmapped() {
        int small = kernel.make(ObjectType.FRAME);
        int table = kernel.make(ObjectType.PAGE_TABLE);
        kernel.perform(table, Invocation.PAGE_TABLE_MAP, TestKernel.VSPACE, ADDRESS);
        kernel.perform(small, Invocation.FRAME_MAP, TestKernel.VSPACE, ADDRESS, READ, 0);
        kernel.perform(table, Invocation.PAGE_TABLE_UNMAP);
        map(ADDRESS, READ);
        kernel.perform(small, Invocation.FRAME_UNMAP);
        assertEquals(kernel.slot(frame).base().value(), locate(ADDRESS));
    }

    private void map(long address, long rights) {
        kernel.perform(frame, Invocation.FRAME_MAP, TestKernel.VSPACE, address, rights, 0);
    }

    private KernelError refusal(long address) {
        return kernel.invoke(frame, Invocation.FRAME_MAP, TestKernel.VSPACE, address, READ, 0);
    }

    private long locate(long address) {
        return Translation.locate(((VSpace) kernel.slot(TestKernel.VSPACE).object()).root(), address, Translation.Access.READ).value();
    }
}
