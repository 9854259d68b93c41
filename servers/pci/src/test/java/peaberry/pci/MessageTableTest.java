package peaberry.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.bus.PciBus;

class MessageTableTest {

    private static final int FUNCTION = 0x08;

    private final FakeSpace space = new FakeSpace();
    private final FakeFunction function = space.put(FUNCTION, new FakeFunction(0x1AF4, 0x1042)
            .memory32(0, 0xFEB0_0000L, 0x10000).memory32(1, 0xFEBD_0000L, 0x800));
    private final BaseAddresses addresses = new BaseAddresses(space, new SavedHeader(space, new FakeJournal()));
    private final MessageTable table = new MessageTable(space);

    @Test
    void aTableInTheMiddleOfAPageTakesTheWholePage() {
        declare(3, 0x2800, 0, 0x3100, 0);
        read();
        assertEquals(3, table.entries());
        assertEquals(0x2800, table.offset());
        assertTable(0, 0x2000, 0x3000);
        assertPending(0, 0x3000, 0x4000);
    }

    @Test
    void aTableOverTheBorderOfAPageTakesBoth() {
        declare(65, 0x2FF8, 0, 0x4FF8, 0);
        read();
        assertTable(0, 0x2000, 0x4000);
        assertPending(0, 0x4000, 0x6000);
    }

    @Test
    void theGreatestTableIsFound() {
        declare(2048, 0x8000, 0, 0x0, 1);
        read();
        assertEquals(2048, table.entries());
        assertTable(0, 0x8000, 0x10000);
        assertPending(1, 0, 0x1000);
    }

    @Test
    void theEndOfATableInLessThanAPageIsBehindIt() {
        declare(2, 0, 1, 0x400, 1);
        read();
        assertTable(1, 0, 0x1000);
        assertPending(1, 0, 0x1000);
    }

    @Test
    void aFunctionMayHaveNone() {
        read();
        assertNone();
    }

    @ParameterizedTest
    @CsvSource({"2, 0xFFF0, 0, 0, 0", "2, 0xFFFFFFF8, 0, 0, 0", "2, 0, 2, 0, 0", "2, 0, 7, 0, 0", "2, 0, 6, 0, 0",
        "2, 0, 0, 0x10000, 0", "2, 0, 0, 0, 7", "2048, 0, 1, 0, 0", "65, 0, 0, 0x7F8, 1"})
    void aTableThatIsNotAllInMemoryIsNone(int entries, String offset, int bar, String pendingOffset, int pendingBar) {
        declare(entries, (int) (long) Long.decode(offset), bar, (int) (long) Long.decode(pendingOffset), pendingBar);
        read();
        assertNone();
    }

    @Test
    void aDamagedFunctionAfterASoundOneHasNone() {
        declare(3, 0x2800, 0, 0x3100, 0);
        read();
        space.remove(FUNCTION);
        read();
        assertNone();
    }

    @Test
    void aCapabilityAtTheEndOfTheSpaceHasNone() {
        int place = function.capability(Capabilities.VENDOR, 4);
        function.set(place + 1, Byte.SIZE, 0xFC);
        function.set(0xFC, Byte.SIZE, Capabilities.MSI_X);
        read();
        assertNone();
    }

    private void declare(int entries, int offset, int bar, int pendingOffset, int pendingBar) {
        int place = function.capability(Capabilities.MSI_X, 12);
        function.set(place + 2, Short.SIZE, entries - 1);
        function.set(place + 4, Integer.SIZE, offset | bar);
        function.set(place + 8, Integer.SIZE, pendingOffset | pendingBar);
    }

    private void read() {
        addresses.read(FUNCTION);
        table.read(FUNCTION, addresses);
    }

    private void assertNone() {
        assertEquals(0, table.entries());
        assertTable(PciBus.NO_BAR, 0, 0);
        assertPending(PciBus.NO_BAR, 0, 0);
    }

    private void assertTable(int bar, long start, long end) {
        assertEquals(bar + ": " + start + " to " + end, table.bar() + ": " + table.start() + " to " + table.end());
    }

    private void assertPending(int bar, long start, long end) {
        assertEquals(bar + ": " + start + " to " + end, table.pendingBar() + ": " + table.pendingStart() + " to " + table.pendingEnd());
    }
}
