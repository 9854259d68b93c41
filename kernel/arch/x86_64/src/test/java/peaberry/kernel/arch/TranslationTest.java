package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation.Access;
import peaberry.kernel.arch.Translation.Outcome;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.simulated.SimulatedMachine;

class TranslationTest {

    private static final long PAGE = UserLayout.PAGE;
    private static final long LARGE = 2 << 20;
    private static final int PAGE_BITS = 12;
    private static final int LARGE_BITS = 21;
    private static final long ADDRESS = UserLayout.PROGRAM;
    private static final PhysicalAddress ROOT = PhysicalAddress.of(0x10_0000);
    private static final PhysicalAddress FRAME = PhysicalAddress.of(0x8_0000);
    private static final PhysicalAddress LARGE_FRAME = PhysicalAddress.of(LARGE);
    private static final long WRITABLE = 2;
    private static final long UNCACHED = 0x18;
    private static final long LARGE_PAGE = 0x80;
    private static final long NO_EXECUTE = 1L << 63;

    private long nextTable = ROOT.value();

    TranslationTest() {
        new SimulatedMachine(4 << 20).install();
    }

    @Test
    void threeTablesAreMissingInAnEmptySpace() {
        assertEquals(Outcome.MISSING_TABLE, map(ADDRESS, FRAME, Access.READ));
        assertEquals(3, installTables(ADDRESS));
        assertEquals(Outcome.DONE, map(ADDRESS, FRAME, Access.READ));
    }

    @Test
    void neighboursShareTables() {
        installTables(ADDRESS);

        assertEquals(0, installTables(ADDRESS + PAGE));
        assertEquals(1, installTables(ADDRESS + LARGE));
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void noPageIsBothWritableAndExecutable(Access access) {
        installTables(ADDRESS);
        map(ADDRESS, FRAME, access);
        long entry = PhysicalMemory.loadLong(PhysicalAddress.of(nextTable + 8 * (ADDRESS >>> 12 & 511)));
        boolean writable = access == Access.READ_WRITE || access == Access.DEVICE_READ_WRITE;
        boolean device = access == Access.DEVICE_READ || access == Access.DEVICE_READ_WRITE;

        assertEquals(FRAME.value(), entry & 0x000F_FFFF_FFFF_F000L);
        assertEquals(writable, (entry & WRITABLE) != 0);
        assertEquals(device ? UNCACHED : 0, entry & UNCACHED);
        assertEquals(access != Access.READ_EXECUTE, (entry & NO_EXECUTE) != 0);
        assertEquals(0, entry & LARGE_PAGE);
        assertEquals(device ? 0 : FRAME.value() + 5, locate(ADDRESS + 5, Access.READ));
        assertEquals(access == Access.READ_WRITE ? FRAME.value() : 0, locate(ADDRESS, Access.READ_WRITE));
    }

    @Test
    void aLargePageTakesThePlaceOfATable() {
        Translation.install(ROOT, ADDRESS, nextTable());
        assertEquals(Outcome.MISSING_TABLE, mapLarge(ADDRESS));
        Translation.install(ROOT, ADDRESS, nextTable());
        assertEquals(Outcome.DONE, mapLarge(ADDRESS));
        long entry = PhysicalMemory.loadLong(PhysicalAddress.of(nextTable + 8 * (ADDRESS >>> 21 & 511)));

        assertEquals(LARGE_FRAME.value() | LARGE_PAGE | WRITABLE | NO_EXECUTE, entry & ~(1 | 4));
        assertEquals(LARGE_FRAME.value() + LARGE - 8, locate(ADDRESS + LARGE - 8, Access.READ_WRITE));
        assertEquals(Outcome.OCCUPIED, Translation.install(ROOT, ADDRESS + PAGE, FRAME));
        assertEquals(Outcome.OCCUPIED, map(ADDRESS + PAGE, FRAME, Access.READ));

        Translation.remove(ROOT, ADDRESS, LARGE_FRAME);
        assertEquals(1, installTables(ADDRESS));
        assertEquals(Outcome.OCCUPIED, mapLarge(ADDRESS));
    }

    @Test
    void onlyTheFrameThatIsMappedIsRemoved() {
        installTables(ADDRESS);
        map(ADDRESS, FRAME, Access.READ);

        Translation.remove(ROOT, ADDRESS, PhysicalAddress.of(FRAME.value() + PAGE));
        assertEquals(FRAME.value(), locate(ADDRESS, Access.READ));

        Translation.remove(ROOT, ADDRESS, FRAME);
        assertEquals(0, locate(ADDRESS, Access.READ));
    }

    /** Or a processor's speculation could read there: L1TF, docs/security.md. */
    @Test
    void whatIsNotMappedNamesNoMemory() {
        installTables(ADDRESS);
        PhysicalAddress lowest = PhysicalAddress.of(nextTable);
        PhysicalAddress above = PhysicalAddress.of(nextTable - PAGE);
        map(ADDRESS, FRAME, Access.READ_WRITE);
        Translation.remove(ROOT, ADDRESS, FRAME);
        Translation.remove(ROOT, ADDRESS, lowest);

        for (long entry = 0; entry < PAGE; entry += Long.BYTES) {
            assertEquals(0, PhysicalMemory.loadLong(lowest.plus(entry)));
            assertEquals(0, PhysicalMemory.loadLong(above.plus(entry)));
        }
    }

    @Test
    void aPageIsNeverReplaced() {
        installTables(ADDRESS);
        map(ADDRESS, FRAME, Access.READ);

        assertEquals(Outcome.OCCUPIED, map(ADDRESS, FRAME, Access.READ_WRITE));
        assertEquals(0, locate(ADDRESS, Access.READ_WRITE));
    }

    @Test
    void aTableIsRemovedWhereverItStands() {
        installTables(ADDRESS);
        PhysicalAddress lowest = PhysicalAddress.of(nextTable);

        Translation.remove(ROOT, ADDRESS, FRAME);
        assertEquals(0, installTables(ADDRESS));

        Translation.remove(ROOT, ADDRESS, lowest);
        assertEquals(1, installTables(ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, PAGE + 1, -PAGE, UserLayout.LIMIT, 0xFFFF_8000_0000_0000L, 0xFFFF_FFFF_8020_0000L})
    void addressesThatAreNoUsersAreRefused(long address) {
        assertEquals(Outcome.NO_PLACE, Translation.install(ROOT, address, FRAME));
        assertEquals(Outcome.NO_PLACE, map(address, FRAME, Access.READ));
        assertEquals(Outcome.NO_PLACE, mapLarge(address));
        Translation.remove(ROOT, address, FRAME);
    }

    @ParameterizedTest
    @ValueSource(longs = {PAGE, LARGE + PAGE, UserLayout.LIMIT - LARGE, UserLayout.LIMIT + PAGE - LARGE})
    void aLargePageIsAlignedAndLeavesTheLastPageAlone(long address) {
        assertEquals(Outcome.NO_PLACE, mapLarge(address));
    }

    private static Outcome map(long address, PhysicalAddress frame, Access access) {
        return Translation.map(ROOT, address, frame, PAGE_BITS, access);
    }

    private static Outcome mapLarge(long address) {
        return Translation.map(ROOT, address, LARGE_FRAME, LARGE_BITS, Access.READ_WRITE);
    }

    private static long locate(long address, Access access) {
        return Translation.locate(ROOT, address, access).value();
    }

    private PhysicalAddress nextTable() {
        nextTable += PAGE;
        return PhysicalAddress.of(nextTable);
    }

    private int installTables(long address) {
        int installed = 0;
        while (Translation.install(ROOT, address, PhysicalAddress.of(nextTable + PAGE)) == Outcome.DONE) {
            nextTable += PAGE;
            installed++;
        }
        return installed;
    }
}
