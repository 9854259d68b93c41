package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation.Access;
import peaberry.kernel.arch.Translation.Probe;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.simulated.SimulatedMachine;

class TranslationTest {

    private static final long PAGE = UserLayout.PAGE;
    private static final long ADDRESS = UserLayout.PROGRAM;
    private static final PhysicalAddress ROOT = PhysicalAddress.of(0x10_0000);
    private static final PhysicalAddress FRAME = PhysicalAddress.of(0x8_0000);
    private static final long WRITABLE = 2;
    private static final long NO_EXECUTE = 1L << 63;

    private long nextTable = ROOT.value();

    TranslationTest() {
        new SimulatedMachine(4 << 20).install();
    }

    @Test
    void threeTablesAreMissingInAnEmptySpace() {
        assertEquals(Probe.MISSING_TABLE, Translation.probe(ROOT, ADDRESS));
        assertEquals(3, installTables(ADDRESS));
        assertEquals(Probe.FREE, Translation.probe(ROOT, ADDRESS));
    }

    @Test
    void neighboursShareTables() {
        installTables(ADDRESS);

        assertFalse(Translation.wantsTable(ROOT, ADDRESS + PAGE));
        assertEquals(1, installTables(ADDRESS + (2 << 20)));
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void noPageIsBothWritableAndExecutable(Access access) {
        installTables(ADDRESS);
        Translation.map(ROOT, ADDRESS, FRAME, access);
        long entry = PhysicalMemory.loadLong(PhysicalAddress.of(nextTable + 8 * (ADDRESS >>> 12 & 511)));

        assertEquals(Probe.OCCUPIED, Translation.probe(ROOT, ADDRESS));
        assertEquals(FRAME.value(), entry & 0x000F_FFFF_FFFF_F000L);
        assertEquals(access == Access.READ_WRITE, (entry & WRITABLE) != 0);
        assertEquals(access != Access.READ_EXECUTE, (entry & NO_EXECUTE) != 0);
    }

    @Test
    void onlyTheFrameThatIsMappedIsUnmapped() {
        installTables(ADDRESS);
        Translation.map(ROOT, ADDRESS, FRAME, Access.READ);

        Translation.unmap(ROOT, ADDRESS, PhysicalAddress.of(FRAME.value() + PAGE));
        assertEquals(Probe.OCCUPIED, Translation.probe(ROOT, ADDRESS));

        Translation.unmap(ROOT, ADDRESS, FRAME);
        assertEquals(Probe.FREE, Translation.probe(ROOT, ADDRESS));
    }

    @Test
    void aPageIsNeverReplaced() {
        installTables(ADDRESS);
        Translation.map(ROOT, ADDRESS, FRAME, Access.READ);

        assertThrows(IllegalStateException.class, () -> Translation.map(ROOT, ADDRESS, FRAME, Access.READ));
    }

    @Test
    void aTableIsRemovedWhereverItStands() {
        installTables(ADDRESS);
        PhysicalAddress lowest = PhysicalAddress.of(nextTable);

        Translation.remove(ROOT, ADDRESS, FRAME);
        assertFalse(Translation.wantsTable(ROOT, ADDRESS));

        Translation.remove(ROOT, ADDRESS, lowest);
        assertTrue(Translation.wantsTable(ROOT, ADDRESS));
        assertEquals(1, installTables(ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, PAGE + 1, -PAGE, UserLayout.LIMIT, 0xFFFF_8000_0000_0000L, 0xFFFF_FFFF_8020_0000L})
    void addressesThatAreNoUsersAreRefused(long address) {
        assertThrows(IllegalArgumentException.class, () -> Translation.probe(ROOT, address));
        assertThrows(IllegalArgumentException.class, () -> Translation.install(ROOT, address, FRAME));
        assertThrows(IllegalArgumentException.class, () -> Translation.map(ROOT, address, FRAME, Access.READ));
        assertThrows(IllegalArgumentException.class, () -> Translation.unmap(ROOT, address, FRAME));
        assertThrows(IllegalArgumentException.class, () -> Translation.remove(ROOT, address, FRAME));
    }

    private int installTables(long address) {
        int installed = 0;
        while (Translation.wantsTable(ROOT, address)) {
            nextTable += PAGE;
            Translation.install(ROOT, address, PhysicalAddress.of(nextTable));
            installed++;
        }
        return installed;
    }
}
