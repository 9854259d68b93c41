package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;

class UntypedTest {

    private final TestKernel kernel = TestKernel.booted();

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void everyTypeOfObjectCanBeMade() {
        for (ObjectType type : ObjectType.values()) {
            int slot = kernel.make(type, 6);
            String kind = type == ObjectType.LARGE_FRAME ? "FRAME" : type.name();
            assertEquals(CapabilityType.valueOf(kind), kernel.slot(slot).type());
            assertEquals(TestKernel.ALL_RIGHTS, kernel.slot(slot).rights().bits());
            assertTrue(kernel.slot(slot).parent() == kernel.slot(TestKernel.UNTYPED));
        }
    }

    @Test
    void severalObjectsAreMadeAtOnceNextToEachOther() {
        int first = kernel.free(4);
        kernel.perform(TestKernel.UNTYPED, Invocation.UNTYPED_RETYPE, ObjectType.FRAME.ordinal(), 0, TestKernel.CNODE, first, 4);
        for (int i = 1; i < 4; i++) {
            assertEquals(4096, kernel.slot(first + i).base().value() - kernel.slot(first + i - 1).base().value());
        }
    }

    @Test
    void objectsAreAlignedToTheirSize() {
        kernel.make(ObjectType.ENDPOINT);
        int frame = kernel.make(ObjectType.FRAME);
        assertEquals(0, kernel.slot(frame).base().value() % 4096);
        kernel.make(ObjectType.ENDPOINT);
        int block = kernel.make(ObjectType.UNTYPED, 16);
        assertEquals(0, kernel.slot(block).base().value() % (1 << 16));
    }

    @Test
    void usageCountsWhatWasHandedOut() {
        int block = kernel.make(ObjectType.UNTYPED, 14);
        kernel.perform(block, Invocation.UNTYPED_USAGE);
        assertEquals(14, kernel.message.word0);
        assertEquals(0, kernel.message.word1);
        retype(block, ObjectType.FRAME, kernel.free(3), 3);
        kernel.perform(block, Invocation.UNTYPED_USAGE);
        assertEquals(3 * 4096, kernel.message.word1);
    }

    @Test
    void memoryThatIsUsedUpIsRefusedUntilAllChildrenAreGone() {
        int block = kernel.make(ObjectType.UNTYPED, 13);
        int first = kernel.free(2);
        assertEquals(KernelError.NONE, retype(block, ObjectType.FRAME, first, 2));
        assertEquals(KernelError.NOT_ENOUGH_MEMORY, retype(block, ObjectType.ENDPOINT, kernel.free(), 1));
        kernel.delete(first);
        assertEquals(KernelError.NOT_ENOUGH_MEMORY, retype(block, ObjectType.ENDPOINT, kernel.free(), 1));
        kernel.delete(first + 1);
        assertEquals(KernelError.NONE, retype(block, ObjectType.ENDPOINT, kernel.free(8), 8));
    }

    @Test
    void aCopyKeepsTheMemoryInUse() {
        int block = kernel.make(ObjectType.UNTYPED, 12);
        int frame = kernel.free();
        assertEquals(KernelError.NONE, retype(block, ObjectType.FRAME, frame, 1));
        int copy = kernel.mint(frame, TestKernel.READ_ONLY, 0);
        kernel.delete(frame);
        assertEquals(KernelError.NOT_ENOUGH_MEMORY, retype(block, ObjectType.FRAME, frame, 1));
        kernel.delete(copy);
        assertEquals(KernelError.NONE, retype(block, ObjectType.FRAME, frame, 1));
    }

    @Test
    void newFramesAreZeroWhateverTheMemoryHeldBefore() {
        int block = kernel.make(ObjectType.UNTYPED, 12);
        int frame = kernel.free();
        retype(block, ObjectType.FRAME, frame, 1);
        long address = kernel.slot(frame).base().value();
        kernel.machine.memory().storeLong(address + 800, 0x1234);
        kernel.revoke(block);
        assertEquals(0x1234, kernel.machine.memory().loadLong(address + 800));
        retype(block, ObjectType.FRAME, frame, 1);
        assertEquals(address, kernel.slot(frame).base().value());
        assertEquals(0, kernel.machine.memory().loadLong(address + 800));
    }

    @Test
    void memoryOfObjectsBecomesMemoryOfOtherObjects() {
        int block = kernel.make(ObjectType.UNTYPED, 13);
        for (ObjectType type : new ObjectType[] {ObjectType.TCB, ObjectType.CNODE, ObjectType.VSPACE, ObjectType.ENDPOINT,
            ObjectType.PAGE_TABLE, ObjectType.REPLY, ObjectType.NOTIFICATION, ObjectType.FRAME}) {
            assertEquals(KernelError.NONE, kernel.invoke(block, Invocation.UNTYPED_RETYPE, type.ordinal(), 5,
                    TestKernel.CNODE, kernel.free(), 1), type.name());
            kernel.revoke(block);
        }
    }

    @Test
    void revokingMemoryDestroysWhatWasMadeOfIt() {
        int block = kernel.make(ObjectType.UNTYPED, 16);
        int inner = kernel.free();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.UNTYPED.ordinal(), 13, TestKernel.CNODE, inner, 1);
        int endpoint = kernel.free();
        retype(inner, ObjectType.ENDPOINT, endpoint, 1);
        int copy = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 3);
        kernel.revoke(block);
        assertTrue(kernel.slot(inner).isEmpty());
        assertTrue(kernel.slot(endpoint).isEmpty());
        assertTrue(kernel.slot(copy).isEmpty());
        assertFalse(kernel.slot(block).isEmpty());
    }

    @Test
    void retypeRefusesWhatItCannotMake() {
        int free = kernel.free(300);
        long frame = ObjectType.FRAME.ordinal();
        long node = ObjectType.CNODE.ordinal();
        long untyped = ObjectType.UNTYPED.ordinal();
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(ObjectType.values().length, 0, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(-1, 0, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(1L << 32, 0, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(node, 0, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(node, 17, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(node, -1, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(node, 1L << 32 | 4, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(untyped, 5, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(untyped, 48, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.NOT_ENOUGH_MEMORY, refusal(untyped, 47, TestKernel.CNODE, free, Untyped.MAX_COUNT));
        assertEquals(KernelError.NOT_ENOUGH_MEMORY, refusal(node, 16, TestKernel.CNODE, free, Untyped.MAX_COUNT));
        assertEquals(KernelError.RANGE_ERROR, refusal(frame, 0, TestKernel.CNODE, free, 0));
        assertEquals(KernelError.RANGE_ERROR, refusal(frame, 0, TestKernel.CNODE, free, -1));
        assertEquals(KernelError.RANGE_ERROR, refusal(frame, 0, TestKernel.CNODE, free, Untyped.MAX_COUNT + 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(ObjectType.VSPACE.ordinal(), 0, TestKernel.CNODE, free, Untyped.MAX_SPACES + 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(frame, 0, TestKernel.CNODE, free, Long.MAX_VALUE));
        assertEquals(KernelError.FAILED_LOOKUP, refusal(frame, 0, 0, free, 1));
        assertEquals(KernelError.FAILED_LOOKUP, refusal(frame, 0, TestKernel.VSPACE, free, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(frame, 0, TestKernel.CNODE, 0, 1));
        assertEquals(KernelError.RANGE_ERROR, refusal(frame, 0, TestKernel.CNODE, (1 << BootInfo.CNODE_BITS) - 1, 2));
        assertEquals(KernelError.RANGE_ERROR, refusal(frame, 0, TestKernel.CNODE, Long.MAX_VALUE, 2));
        assertEquals(KernelError.RANGE_ERROR, refusal(frame, 0, TestKernel.CNODE, Long.MIN_VALUE, 2));
        assertEquals(KernelError.OCCUPIED, refusal(frame, 0, TestKernel.CNODE, TestKernel.CNODE, 1));
        assertEquals(KernelError.TRUNCATED_MESSAGE, refusal(frame, 0, TestKernel.CNODE, free));
        assertTrue(kernel.slot(free).isEmpty());
    }

    @Test
    void retypeNeedsTheRightsToWrite() {
        int block = kernel.make(ObjectType.UNTYPED, 14);
        kernel.slot(block).rights = Rights.READ;
        assertEquals(KernelError.MISSING_RIGHT, retype(block, ObjectType.FRAME, kernel.free(), 1));
        int reader = kernel.mint(TestKernel.CNODE, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT, refusal(ObjectType.FRAME.ordinal(), 0, reader, kernel.free(), 1));
    }

    private KernelError retype(int untyped, ObjectType type, int first, int count) {
        return kernel.invoke(untyped, Invocation.UNTYPED_RETYPE, type.ordinal(), 0, TestKernel.CNODE, first, count);
    }

    private KernelError refusal(long... words) {
        return kernel.invoke(TestKernel.UNTYPED, Invocation.UNTYPED_RETYPE, words);
    }
}
