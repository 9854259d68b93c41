package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation.Access;
import peaberry.kernel.arch.Translation.Outcome;
import peaberry.machine.PhysicalAddress;

class TranslationTest {

    private static final long ADDRESS = 0x1234_5678_9000L;
    private static final int PAGE_BITS = TestKernel.PAGE_BITS;
    private static final int LARGE_BITS = 21;
    private static final long LARGE = 1L << LARGE_BITS;
    private static final long LARGE_ADDRESS = ADDRESS & -LARGE;

    private final TestKernel kernel = new TestKernel();
    private final PhysicalAddress root = kernel.space();
    private final PhysicalAddress frame = kernel.page();
    private final PhysicalAddress largeFrame = PhysicalAddress.of(4 * LARGE);

    @Test
    void aNewSpaceWantsThreeTablesOnTheWay() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Outcome.MISSING_TABLE, Translation.map(root, ADDRESS, frame, PAGE_BITS, Access.READ));
            assertEquals(Outcome.DONE, Translation.install(root, ADDRESS, kernel.page()));
        }
        assertEquals(Outcome.OCCUPIED, Translation.install(root, ADDRESS, kernel.page()));
        assertEquals(Outcome.DONE, Translation.map(root, ADDRESS, frame, PAGE_BITS, Access.READ));
        assertEquals(Outcome.OCCUPIED, Translation.map(root, ADDRESS, kernel.page(), PAGE_BITS, Access.READ));
    }

    @Test
    void aMappedPageIsThereWithItsAccessAlone() {
        kernel.map(root, ADDRESS, frame, Access.READ);
        assertEquals(frame.value() + 0x123, locate(ADDRESS + 0x123, Access.READ));
        assertEquals(0, locate(ADDRESS, Access.READ_WRITE));
        assertEquals(0, locate(ADDRESS + UserLayout.PAGE, Access.READ));

        Translation.remove(root, ADDRESS, frame);
        kernel.map(root, ADDRESS, frame, Access.READ_WRITE);
        assertEquals(frame.value(), locate(ADDRESS, Access.READ_WRITE));
    }

    @Test
    void aLargePageStandsWhereATableWould() {
        Translation.install(root, LARGE_ADDRESS, kernel.page());
        assertEquals(Outcome.MISSING_TABLE, mapLarge(LARGE_ADDRESS));
        Translation.install(root, LARGE_ADDRESS, kernel.page());
        assertEquals(Outcome.DONE, mapLarge(LARGE_ADDRESS));
        assertEquals(largeFrame.value() + LARGE - 1, locate(LARGE_ADDRESS + LARGE - 1, Access.READ_WRITE));
        assertEquals(0, locate(LARGE_ADDRESS + LARGE, Access.READ));

        assertEquals(Outcome.OCCUPIED, Translation.install(root, LARGE_ADDRESS, kernel.page()));
        assertEquals(Outcome.OCCUPIED, Translation.map(root, ADDRESS, frame, PAGE_BITS, Access.READ));
        assertEquals(Outcome.OCCUPIED, mapLarge(LARGE_ADDRESS));
        Translation.remove(root, LARGE_ADDRESS, largeFrame);
        assertEquals(0, locate(LARGE_ADDRESS, Access.READ));

        Translation.install(root, LARGE_ADDRESS, kernel.page());
        assertEquals(Outcome.OCCUPIED, mapLarge(LARGE_ADDRESS));
    }

    @Test
    void aDevicesPageIsReachedByTheProgramAlone() {
        kernel.map(root, ADDRESS, frame, Access.DEVICE_READ_WRITE);
        assertEquals(0, locate(ADDRESS, Access.READ));
        assertEquals(frame.value(), Translation.reach(root, ADDRESS, true).value());
        kernel.map(root, ADDRESS + UserLayout.PAGE, frame, Access.DEVICE_READ);
        assertEquals(0, Translation.reach(root, ADDRESS + UserLayout.PAGE, true).value());
    }

    @Test
    void onlyTheFrameThatIsMappedIsRemoved() {
        kernel.map(root, ADDRESS, frame, Access.READ_EXECUTE);
        Translation.remove(root, ADDRESS, kernel.page());
        assertEquals(frame.value(), locate(ADDRESS, Access.READ));
        Translation.remove(root, ADDRESS, frame);
        assertEquals(0, locate(ADDRESS, Access.READ));
        Translation.remove(root, 0x5000_0000_0000L, frame);
    }

    @Test
    void aTableIsRemovedWhereverItStands() {
        PhysicalAddress high = kernel.page();
        PhysicalAddress middle = kernel.page();
        PhysicalAddress low = kernel.page();
        Translation.install(root, ADDRESS, high);
        Translation.install(root, ADDRESS, middle);
        Translation.install(root, ADDRESS, low);

        Translation.remove(root, ADDRESS, frame);
        assertEquals(Outcome.OCCUPIED, Translation.install(root, ADDRESS, low));
        Translation.remove(root, ADDRESS, low);
        assertEquals(Outcome.DONE, Translation.install(root, ADDRESS, low));
        Translation.remove(root, ADDRESS, high);
        assertEquals(Outcome.DONE, Translation.install(root, ADDRESS, high));
        assertEquals(Outcome.OCCUPIED, Translation.install(root, ADDRESS, kernel.page()));
    }

    @Test
    void theEndsOfTheAddressSpaceAreApart() {
        long last = UserLayout.LIMIT - UserLayout.PAGE;
        kernel.map(root, UserLayout.PAGE, frame, Access.READ);
        kernel.map(root, last, kernel.page(), Access.READ);
        assertEquals(frame.value(), locate(UserLayout.PAGE, Access.READ));
        assertTrue(locate(last, Access.READ) != frame.value());
        assertEquals(0, locate(0, Access.READ));
        assertEquals(0, locate(UserLayout.LIMIT, Access.READ));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, LARGE / 2, UserLayout.LIMIT - LARGE, UserLayout.LIMIT + UserLayout.PAGE - LARGE, -LARGE})
    void aLargePageIsAlignedAndLeavesTheLastPageAlone(long address) {
        assertEquals(Outcome.NO_PLACE, mapLarge(address));
    }

    private Outcome mapLarge(long address) {
        return Translation.map(root, address, largeFrame, LARGE_BITS, Access.READ_WRITE);
    }

    private long locate(long address, Access access) {
        return Translation.locate(root, address, access).value();
    }
}
