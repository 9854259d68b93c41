package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation;
import peaberry.machine.simulated.InterruptController;

/** The root process copies through windows on another address space, which has three pages in a row: the last is read-only. */
class WindowTest {

    private static final long PAGE = UserLayout.PAGE;
    private static final long READ = 2;
    private static final long WRITE = 1;
    private static final long READ_WRITE = 3;
    /** The other program's pages. */
    private static final long THEIRS = 0x7654_3000L;
    private static final int PAGES = 3;
    /** Where the root process has its own pages. */
    private static final long OWN = TestKernel.MAPPABLE - 2 * PAGE;
    private static final long SIZE = PAGES * PAGE;

    private final TestKernel kernel = TestKernel.booted();
    private final int space = kernel.make(ObjectType.VSPACE);
    private final int[] frames = new int[PAGES];

    WindowTest() {
        for (int level = 0; level < 3; level++) {
            kernel.perform(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, space, THEIRS);
        }
        for (int page = 0; page < PAGES; page++) {
            frames[page] = kernel.make(ObjectType.FRAME);
            long rights = page == PAGES - 1 ? READ : READ_WRITE;
            kernel.perform(frames[page], Invocation.FRAME_MAP, space, THEIRS + page * PAGE, rights, 0);
        }
        for (long offset = 0; offset < SIZE; offset++) {
            kernel.machine.memory().storeByte(theirs(offset), pattern(offset));
        }
    }

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 4096", "0, 0, 1", "8, 16, 800", "3, 5, 100", "4090, 7, 13", "100, 4095, 4096", "4095, 4094, 3", "1, 1, 0"})
    void readingBringsTheBytesAndNoOthers(long offset, long at, long bytes) {
        int window = window(SIZE, READ);
        assertEquals(KernelError.NONE, kernel.invoke(window, Invocation.WINDOW_READ, offset, OWN + at, bytes));
        assertEquals(bytes, kernel.message.word0);
        for (long i = 0; i < 2 * PAGE; i++) {
            boolean inside = i >= at && i < at + bytes;
            assertEquals(inside ? pattern(offset + i - at) : 0, kernel.machine.memory().loadByte(own(i)), "byte " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 4096", "9, 2, 77", "4000, 90, 4096"})
    void writingLeavesTheBytesAndNoOthers(long offset, long from, long bytes) {
        for (long i = 0; i < 2 * PAGE; i++) {
            kernel.machine.memory().storeByte(own(i), (byte) -pattern(i));
        }
        int window = window(SIZE, WRITE);
        assertEquals(KernelError.NONE, kernel.invoke(window, Invocation.WINDOW_WRITE, offset, OWN + from, bytes));
        assertEquals(bytes, kernel.message.word0);
        for (long i = 0; i < SIZE; i++) {
            boolean inside = i >= offset && i < offset + bytes;
            assertEquals(inside ? -pattern(from + i - offset) : pattern(i), kernel.machine.memory().loadByte(theirs(i)), "byte " + i);
        }
    }

    @Test
    void interruptedCopySaysHowFarItGotAndGoesOn() {
        int window = window(SIZE, READ_WRITE);
        kernel.machine.interrupts().pendAfter(0);
        assertEquals(KernelError.INTERRUPTED, kernel.invoke(window, Invocation.WINDOW_READ, 0, OWN, 2 * PAGE));
        assertEquals(PAGE, kernel.message.word0);
        assertEquals(KernelError.INTERRUPTED, kernel.invoke(window, Invocation.WINDOW_READ, PAGE - 8, OWN + PAGE - 8, PAGE + 8));
        assertEquals(8, kernel.message.word0);
        assertEquals(KernelError.NONE, kernel.invoke(window, Invocation.WINDOW_READ, PAGE, OWN + PAGE, PAGE));
        assertEquals(PAGE, kernel.message.word0);
        assertEquals(KernelError.INTERRUPTED, kernel.invoke(window, Invocation.WINDOW_WRITE, PAGE - 80, OWN + PAGE - 80, 100));
        assertEquals(80, kernel.message.word0);
        kernel.machine.interrupts().pendAfter(InterruptController.NEVER);
        assertEquals(KernelError.NONE, kernel.invoke(window, Invocation.WINDOW_READ, 0, OWN, 2 * PAGE));
        assertEquals(2 * PAGE, kernel.message.word0);
        assertEquals(pattern(2 * PAGE - 1), kernel.machine.memory().loadByte(own(2 * PAGE - 1)));
    }

    @Test
    void whatIsNotMappedStopsTheCopyWhereItIs() {
        kernel.perform(frames[1], Invocation.FRAME_UNMAP);
        int window = window(SIZE, READ_WRITE);
        assertStops(100, window, Invocation.WINDOW_READ, PAGE - 100, OWN, 200);
        assertStops(0, window, Invocation.WINDOW_READ, PAGE, OWN, 200);
        assertStops(100, window, Invocation.WINDOW_WRITE, PAGE - 100, OWN, 200);
        assertStops(60, window, Invocation.WINDOW_READ, 0, OWN + 2 * PAGE - 60, 100);
        assertStops(0, window, Invocation.WINDOW_READ, 0, 0, 1);
        assertStops(0, window, Invocation.WINDOW_READ, 0, 1L << 40, 1);
        assertStops(0, window(1L << 39, 8, READ), Invocation.WINDOW_READ, 0, OWN, 1);
    }

    @Test
    void whatIsReadOnlyIsNotWritten() {
        int window = window(SIZE, READ_WRITE);
        assertStops(10, window, Invocation.WINDOW_WRITE, 2 * PAGE - 10, OWN, 20);
        assertEquals(pattern(2 * PAGE), kernel.machine.memory().loadByte(theirs(2 * PAGE)));
        assertStops(0, window, Invocation.WINDOW_READ, 0, UserLayout.BOOT_INFO, 8);
        assertEquals(KernelError.NONE, kernel.invoke(window, Invocation.WINDOW_READ, 2 * PAGE, OWN, 8));
        assertEquals(KernelError.NONE, kernel.invoke(window, Invocation.WINDOW_WRITE, 0, UserLayout.BOOT_INFO, 8));
    }

    @Test
    void nothingOutsideOfTheWindowIsReached() {
        int window = window(THEIRS + 100, 50, READ_WRITE);
        assertEquals(KernelError.NONE, kernel.invoke(window, Invocation.WINDOW_READ, 0, OWN, 50));
        assertEquals(pattern(100), kernel.machine.memory().loadByte(own(0)));
        assertEquals(KernelError.NONE, kernel.invoke(window, Invocation.WINDOW_READ, 50, OWN, 0));
        for (long[] range : new long[][] {{0, 51}, {50, 1}, {51, 0}, {-1, 2}, {0, -1}, {Long.MAX_VALUE, Long.MAX_VALUE}, {1, Long.MAX_VALUE},
            {Long.MIN_VALUE, 1}, {0, Long.MIN_VALUE}}) {
            assertEquals(KernelError.RANGE_ERROR, kernel.invoke(window, Invocation.WINDOW_READ, range[0], OWN, range[1]));
            assertEquals(KernelError.RANGE_ERROR, kernel.invoke(window, Invocation.WINDOW_WRITE, range[0], OWN, range[1]));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, UserLayout.LIMIT, UserLayout.LIMIT - 7, 0xFFFF_8000_0000_0000L})
    void addressesThatNoProgramCanHaveAreRefused(long address) {
        int window = window(SIZE, READ_WRITE);
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(window, Invocation.WINDOW_READ, 0, address, 8));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(window, Invocation.WINDOW_WRITE, 0, address, 8));
    }

    @Test
    void directionIsThatOfTheRights() {
        int reader = window(SIZE, READ);
        int writer = window(SIZE, WRITE);
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(reader, Invocation.WINDOW_WRITE, 0, OWN, 8));
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(writer, Invocation.WINDOW_READ, 0, OWN, 8));
        int copy = kernel.mint(window(SIZE, READ_WRITE), TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(copy, Invocation.WINDOW_WRITE, 0, OWN, 8));
        assertEquals(KernelError.NONE, kernel.invoke(copy, Invocation.WINDOW_READ, 0, OWN, 8));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(copy, Invocation.WINDOW_READ, SIZE, OWN, 1));
    }

    @Test
    void makingOneNeedsTheRightsThatItWillHave() {
        int reader = kernel.mint(space, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT, refusal(reader, THEIRS, SIZE, READ_WRITE, kernel.free()));
        assertEquals(KernelError.MISSING_RIGHT, refusal(reader, THEIRS, SIZE, WRITE, kernel.free()));
        assertEquals(KernelError.NONE, refusal(reader, THEIRS, SIZE, READ, kernel.free()));
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(space, THEIRS, SIZE, 0, kernel.free()));
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(space, THEIRS, SIZE, 4, kernel.free()));
        int free = kernel.free();
        assertEquals(KernelError.NONE, refusal(space, THEIRS, SIZE, TestKernel.ALL_RIGHTS, free));
        assertEquals(READ_WRITE, kernel.slot(free).rights().bits());
    }

    @Test
    void makingOneRefusesWhatIsNoRangeAndNoSlot() {
        int free = kernel.free();
        for (long[] range : new long[][] {{0, 8}, {PAGE - 1, 1}, {THEIRS, 0}, {THEIRS, -1}, {-1, 8}, {UserLayout.LIMIT, 1}, {UserLayout.LIMIT - 7, 8},
            {PAGE, UserLayout.LIMIT}, {PAGE, Long.MAX_VALUE}, {Long.MIN_VALUE, Long.MAX_VALUE}, {0xFFFF_8000_0000_0000L, 8}}) {
            assertEquals(KernelError.RANGE_ERROR, refusal(space, range[0], range[1], READ, free));
        }
        assertEquals(KernelError.RANGE_ERROR, refusal(space, THEIRS, 8, READ, 0));
        assertEquals(KernelError.RANGE_ERROR, refusal(space, THEIRS, 8, READ, 1 << 20));
        assertEquals(KernelError.OCCUPIED, refusal(space, THEIRS, 8, READ, frames[0]));
        assertTrue(kernel.slot(free).isEmpty());
        assertEquals(KernelError.NONE, refusal(space, PAGE, UserLayout.LIMIT - PAGE, READ, free));
    }

    @Test
    void showsItsRangeAndHasNoBadge() {
        int window = window(THEIRS + 1, 77, READ);
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, window);
        assertEquals(CapabilityType.WINDOW.ordinal(), kernel.message.word0);
        assertEquals(0, kernel.message.word2);
        assertEquals(THEIRS + 1, kernel.message.word3);
        assertEquals(77, kernel.message.word4);
        assertEquals(KernelError.INVALID_ARGUMENT,
                kernel.invoke(TestKernel.CNODE, Invocation.CNODE_MINT, kernel.free(), TestKernel.CNODE, window, READ, 5));
        int moved = kernel.free();
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_MOVE, moved, TestKernel.CNODE, window);
        assertEquals(KernelError.NONE, kernel.invoke(moved, Invocation.WINDOW_READ, 76, OWN, 1));
    }

    /** Whoever goes round the operations does not get a longer window either. */
    @Test
    void copyIsNeverLongerThanItsSource() {
        Slot window = kernel.slot(window(8, READ));
        Slot copy = kernel.slot(kernel.free());
        copy.copy(window, window.rights(), SIZE);
        assertEquals(8, copy.badge());
        Slot wrong = kernel.slot(kernel.free());
        wrong.openWindow(window, PAGE, 8, window.rights());
        assertTrue(wrong.isEmpty());
    }

    @Test
    void isGoneOnceTheAddressSpaceIsRevoked() {
        int window = window(SIZE, READ);
        int copy = kernel.mint(window, TestKernel.READ_ONLY, 0);
        kernel.revoke(window);
        assertEquals(KernelError.INVALID_CAPABILITY, kernel.invoke(copy, Invocation.WINDOW_READ, 0, OWN, 8));
        kernel.revoke(space);
        assertEquals(KernelError.INVALID_CAPABILITY, kernel.invoke(window, Invocation.WINDOW_READ, 0, OWN, 8));
    }

    @Test
    void isGoneWithTheMemoryOfTheAddressSpace() {
        int block = kernel.make(ObjectType.UNTYPED, 13);
        int other = kernel.free();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.VSPACE.ordinal(), 0, TestKernel.CNODE, other, 1);
        int window = kernel.free();
        assertEquals(KernelError.NONE, refusal(other, THEIRS, SIZE, READ, window));
        kernel.delete(other);
        assertStops(0, window, Invocation.WINDOW_READ, 0, OWN, 8);
        kernel.revoke(block);
        assertTrue(kernel.slot(window).isEmpty());
    }

    @Test
    void ownMemoryIsReachedThroughAWindowToo() {
        int window = kernel.free();
        assertEquals(KernelError.NONE, refusal(TestKernel.VSPACE, OWN, 2 * PAGE, READ_WRITE, window));
        kernel.machine.memory().storeLong(own(0), 0x0807_0605_0403_0201L);
        kernel.perform(window, Invocation.WINDOW_READ, 0, OWN + PAGE, 8);
        assertEquals(0x0807_0605_0403_0201L, kernel.machine.memory().loadLong(own(PAGE)));
        kernel.perform(window, Invocation.WINDOW_READ, 0, OWN + 1, 9);
        assertEquals(0x0706_0504_0302_0101L, kernel.machine.memory().loadLong(own(0)));
        assertEquals(0x0808, kernel.machine.memory().loadLong(own(8)));
    }

    @Test
    void largePagesAreCopiedPieceByPiece() {
        long large = 0x4000_0000L;
        int frame = kernel.make(ObjectType.LARGE_FRAME);
        kernel.perform(frame, Invocation.FRAME_MAP, space, large, READ, 0);
        long at = (1 << 20) - 4;
        kernel.machine.memory().storeInt(kernel.slot(frame).base().value() + at, 77);
        kernel.perform(window(large, 2 << 20, READ), Invocation.WINDOW_READ, at, OWN, 100);
        assertEquals(77, kernel.machine.memory().loadInt(own(0)));
    }

    @Test
    void rawCopyRefusesAnythingButAPiece() {
        VSpace own = (VSpace) kernel.slot(TestKernel.VSPACE).object();
        VSpace other = (VSpace) kernel.slot(space).object();
        for (long bytes : new long[] {0, -1, Long.MIN_VALUE}) {
            assertEquals(0, UserMemory.copy(own, OWN, other, THEIRS, bytes));
        }
        assertEquals(PAGE - 5, UserMemory.copy(own, OWN + 5, other, THEIRS, Long.MAX_VALUE));
        assertEquals(0, UserMemory.copy(own, 0xFFFF_8000_0000_0000L, other, THEIRS, 8));
    }

    private int window(long length, long rights) {
        return window(THEIRS, length, rights);
    }

    private int window(long address, long length, long rights) {
        int slot = kernel.free();
        kernel.perform(space, Invocation.VSPACE_MAKE_WINDOW, address, length, rights, TestKernel.CNODE, slot);
        return slot;
    }

    private KernelError refusal(int from, long address, long length, long rights, long slot) {
        return kernel.invoke(from, Invocation.VSPACE_MAKE_WINDOW, address, length, rights, TestKernel.CNODE, slot);
    }

    private void assertStops(long copied, int window, Invocation operation, long... words) {
        assertEquals(KernelError.NOT_MAPPED, kernel.invoke(window, operation, words));
        assertEquals(copied, kernel.message.word0);
    }

    /** Not the same in any two neighbours, nor in pages. */
    private static byte pattern(long offset) {
        return (byte) (1 + offset % 61);
    }

    private long theirs(long offset) {
        return kernel.slot(frames[(int) (offset / PAGE)]).base().value() + offset % PAGE;
    }

    private long own(long offset) {
        VSpace own = (VSpace) kernel.slot(TestKernel.VSPACE).object();
        return Translation.locate(own.root(), OWN + offset, Translation.Access.READ).value();
    }
}
