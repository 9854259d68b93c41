package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation.Access;
import peaberry.kernel.arch.Translation.Probe;
import peaberry.machine.PhysicalAddress;

class TranslationTest {

    private static final long ADDRESS = 0x1234_5678_9000L;

    private final TestKernel kernel = new TestKernel();
    private final PhysicalAddress root = kernel.space();
    private final PhysicalAddress frame = kernel.page();

    @Test
    void aNewSpaceWantsThreeTablesOnTheWay() {
        for (int i = 0; i < 3; i++) {
            assertTrue(Translation.wantsTable(root, ADDRESS));
            assertEquals(Probe.MISSING_TABLE, Translation.probe(root, ADDRESS));
            Translation.install(root, ADDRESS, kernel.page());
        }
        assertFalse(Translation.wantsTable(root, ADDRESS));
        assertEquals(Probe.FREE, Translation.probe(root, ADDRESS));
    }

    @Test
    void aMappedPageIsThereWithItsAccessAlone() {
        kernel.map(root, ADDRESS, frame, Access.READ);
        assertEquals(Probe.OCCUPIED, Translation.probe(root, ADDRESS));
        assertEquals(Probe.FREE, Translation.probe(root, ADDRESS + UserLayout.PAGE));
        assertEquals(frame.value() + 0x123, Translation.walk(root.value(), ADDRESS + 0x123, false));
        assertEquals(-1, Translation.walk(root.value(), ADDRESS, true));
        assertEquals(-1, Translation.walk(root.value(), ADDRESS + UserLayout.PAGE, false));

        Translation.unmap(root, ADDRESS, frame);
        Translation.map(root, ADDRESS, frame, Access.READ_WRITE);
        assertEquals(frame.value(), Translation.walk(root.value(), ADDRESS, true));
    }

    @Test
    void onlyTheFrameThatIsMappedIsUnmapped() {
        kernel.map(root, ADDRESS, frame, Access.READ_EXECUTE);
        Translation.unmap(root, ADDRESS, kernel.page());
        assertEquals(Probe.OCCUPIED, Translation.probe(root, ADDRESS));
        Translation.unmap(root, ADDRESS, frame);
        assertEquals(Probe.FREE, Translation.probe(root, ADDRESS));
        Translation.unmap(root, 0x5000_0000_0000L, frame);
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
        assertFalse(Translation.wantsTable(root, ADDRESS));
        Translation.remove(root, ADDRESS, low);
        assertTrue(Translation.wantsTable(root, ADDRESS));
        Translation.install(root, ADDRESS, low);
        Translation.remove(root, ADDRESS, high);
        Translation.install(root, ADDRESS, high);
        assertFalse(Translation.wantsTable(root, ADDRESS));
    }

    @Test
    void theEndsOfTheAddressSpaceAreApart() {
        long last = UserLayout.LIMIT - UserLayout.PAGE;
        kernel.map(root, UserLayout.PAGE, frame, Access.READ);
        kernel.map(root, last, kernel.page(), Access.READ);
        assertEquals(frame.value(), Translation.walk(root.value(), UserLayout.PAGE, false));
        assertTrue(Translation.walk(root.value(), last, false) != frame.value());
        assertEquals(-1, Translation.walk(root.value(), 0, false));
        assertEquals(-1, Translation.walk(root.value(), UserLayout.LIMIT, false));
    }
}
