package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaberry.kernel.arch.Translation.Outcome;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.simulated.SimulatedMachine;

/** Page tables of devices; no units are known, so there are three levels. */
class IoTranslationTest {

    private static final long PAGE = 4096;
    private static final int PAGE_BITS = 12;
    private static final int LARGE_PAGE_BITS = 21;
    private static final long ADDRESS = 5 << 20;
    private static final PhysicalAddress ROOT = PhysicalAddress.of(0x10_0000);
    private static final PhysicalAddress FRAME = PhysicalAddress.of(0x8_0000);

    private long nextTable = ROOT.value();

    IoTranslationTest() {
        new SimulatedMachine(4 << 20).install();
    }

    @Test
    void twoTablesAreMissingInAnEmptySpace() {
        assertEquals(Outcome.MISSING_TABLE, IoTranslation.map(ROOT, Iommu.NO_DOMAIN, ADDRESS, FRAME, PAGE_BITS, IoTranslation.Access.READ));
        assertEquals(2, installTables(ADDRESS));
        assertEquals(0, installTables(ADDRESS + PAGE));
        assertEquals(Outcome.DONE, IoTranslation.map(ROOT, Iommu.NO_DOMAIN, ADDRESS, FRAME, PAGE_BITS, IoTranslation.Access.READ));
        assertEquals(Outcome.OCCUPIED, IoTranslation.map(ROOT, Iommu.NO_DOMAIN, ADDRESS, FRAME, PAGE_BITS, IoTranslation.Access.READ));
    }

    @ParameterizedTest
    @EnumSource(IoTranslation.Access.class)
    void deviceMayDoWhatItWasGiven(IoTranslation.Access access) {
        installTables(ADDRESS);
        IoTranslation.map(ROOT, Iommu.NO_DOMAIN, ADDRESS, FRAME, PAGE_BITS, access);
        long entry = PhysicalMemory.loadLong(PhysicalAddress.of(nextTable + 8 * (ADDRESS >>> 12 & 511)));

        assertEquals(FRAME.value(), entry & -PAGE);
        assertEquals(access != IoTranslation.Access.WRITE, (entry & 1) != 0);
        assertEquals(access != IoTranslation.Access.READ, (entry & 2) != 0);
    }

    @Test
    void onlyThePageThatIsThereIsTakenOut() {
        installTables(ADDRESS);
        IoTranslation.map(ROOT, Iommu.NO_DOMAIN, ADDRESS, FRAME, PAGE_BITS, IoTranslation.Access.WRITE);

        remove(ADDRESS, FRAME.value() + PAGE);
        assertEquals(Outcome.OCCUPIED, map(ADDRESS));
        remove(ADDRESS, FRAME.value());
        assertEquals(Outcome.DONE, map(ADDRESS));
    }

    @Test
    void largePageStandsWhereATableWould() {
        long address = 6 << 20;
        nextTable += PAGE;
        IoTranslation.install(ROOT, Iommu.NO_DOMAIN, address, PhysicalAddress.of(nextTable));

        assertEquals(Outcome.DONE, IoTranslation.map(ROOT, Iommu.NO_DOMAIN, address, PhysicalAddress.of(2 << 20), LARGE_PAGE_BITS, IoTranslation.Access.READ));
        assertEquals(0, installTables(address));
        assertEquals(Outcome.OCCUPIED, map(address + PAGE));
        remove(address, 2 << 20);
        assertEquals(Outcome.MISSING_TABLE, map(address + PAGE));
    }

    @Test
    void tableIsTakenOutWhereverItStands() {
        installTables(ADDRESS);

        remove(ADDRESS, ROOT.value() + PAGE);
        remove(ADDRESS, ROOT.value() + 2 * PAGE);
        assertEquals(2, installTables(ADDRESS));
    }

    @Test
    void pagesWhereWritesAreInterruptsAreNotMapped() {
        assertTrue(Iommu.isPage(0, PAGE_BITS));
        assertTrue(Iommu.isPage(0xFEDF_F000L, PAGE_BITS));
        assertFalse(Iommu.isPage(0xFEE0_0000L, PAGE_BITS));
        assertFalse(Iommu.isPage(0xFEEF_F000L, PAGE_BITS));
        assertTrue(Iommu.isPage(0xFEF0_0000L, PAGE_BITS));
        assertFalse(Iommu.isPage(0xFEE0_0000L, LARGE_PAGE_BITS));
        assertTrue(Iommu.isPage(0xFEC0_0000L, LARGE_PAGE_BITS));
        assertTrue(Iommu.isPage((1L << 39) - PAGE, PAGE_BITS));
        assertFalse(Iommu.isPage(1L << 39, PAGE_BITS));
        assertFalse(Iommu.isPage(-PAGE, PAGE_BITS));
        assertFalse(Iommu.isPage(Long.MIN_VALUE, PAGE_BITS));
        assertFalse(Iommu.isPage(8, PAGE_BITS));
        assertFalse(Iommu.isPage(PAGE, LARGE_PAGE_BITS));
    }

    @Test
    void messageNamesTheEntryOfItsVector() {
        assertEquals(0xFEE0_0810L, MessageFormat.remappable(0x40));
        assertEquals(0xFEE0_3000L, MessageFormat.compatible(3));
    }

    private static Outcome map(long address) {
        return IoTranslation.map(ROOT, Iommu.NO_DOMAIN, address, FRAME, PAGE_BITS, IoTranslation.Access.READ);
    }

    private static void remove(long address, long target) {
        IoTranslation.remove(ROOT, Iommu.NO_DOMAIN, address, PhysicalAddress.of(target), PAGE_BITS);
    }

    private int installTables(long address) {
        int count = 0;
        while (IoTranslation.install(ROOT, Iommu.NO_DOMAIN, address, PhysicalAddress.of(nextTable + PAGE)) == Outcome.DONE) {
            nextTable += PAGE;
            count++;
        }
        return count;
    }
}
