package peaberry.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseAddressesTest {

    private static final int FUNCTION = 0x08;
    private static final int PORTS = 0xC001;

    private final FakeSpace space = new FakeSpace();
    private final FakeFunction function = space.put(FUNCTION, new FakeFunction(0x1AF4, 0x1042));
    private final BaseAddresses addresses = new BaseAddresses(space, new SavedHeader(space, new FakeJournal()));

    @Test
    void aRegisterOf32BitsIsRead() {
        function.memory32(1, 0xFEBD_0000L, 0x1000);
        assertMemory(1, 0xFEBD_0000L, 0x1000);
    }

    @Test
    void aRegisterOf64BitsIsReadAtTheFirstOfItsNumbers() {
        function.memory64(4, 0x38_0000_0000L, 0x4000);
        assertMemory(4, 0x38_0000_0000L, 0x4000);
        assertMemory(5, 0, 0);
    }

    @Test
    void moreThanFourGibibytesAreRead() {
        function.memory64(0, 0x40_0000_0000L, 0x4_0000_0000L).memory32(2, 0xFEBD_0000L, 0x80);
        assertMemory(0, 0x40_0000_0000L, 0x4_0000_0000L);
        assertMemory(2, 0xFEBD_0000L, 0x80);
    }

    @Test
    void portsAreNoMemoryAndStay() {
        function.set(FakeFunction.at(0), Integer.SIZE, PORTS);
        function.allow(FakeFunction.at(0), Integer.SIZE, 0xFFFF_FF80);
        assertMemory(0, 0, 0);
        assertEquals(PORTS, function.get(FakeFunction.at(0), Integer.SIZE));
    }

    @Test
    void aRegisterWithoutAnAddressIsNone() {
        function.memory32(0, 0, 0x1000).memory64(2, 0, 0x1000);
        assertMemory(0, 0, 0);
        assertMemory(2, 0, 0);
    }

    @Test
    void aRegisterThatIsNotThereIsNone() {
        assertMemory(0, 0, 0);
    }

    @Test
    void aRegisterOf64BitsWithoutRoomForItIsNone() {
        function.memory32(5, 0xFEBD_0000L | 0b100, 0x1000);
        assertMemory(5, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"0xFEBD0000, 0", "0xFEBD0000, 0xFFFF0F00"})
    void whatCannotBeIsNone(String base, String writable) {
        function.memory32(0, Long.decode(base), 0x1000);
        function.allow(FakeFunction.at(0), Integer.SIZE, (int) (long) Long.decode(writable));
        assertMemory(0, 0, 0);
    }

    @Test
    void aFunctionThatIsAllOnesHasNone() {
        space.remove(FUNCTION);
        for (int bar = 0; bar < 6; bar++) {
            assertMemory(bar, 0, 0);
        }
    }

    @Test
    void nothingAnswersWhileAddressesAreAwayAndThenAllIsAsBefore() {
        FakeFunction watched = space.put(FUNCTION, new FakeFunction(0x1AF4, 0x1042) {
            @Override
            void write(int register, int width, int value) {
                super.write(register, width, value);
                boolean answers = (get(Header.COMMAND, Short.SIZE) & Header.COMMAND_MEMORY) != 0;
                assertFalse(answers && get(at(1), Integer.SIZE) != 0xFEBD_0000, "it answers at " + get(at(1), Integer.SIZE));
            }
        });
        watched.memory32(1, 0xFEBD_0000L, 0x1000).memory64(4, 0x38_0000_0000L, 0x4000);
        int command = Header.COMMAND_MEMORY | Header.COMMAND_BUS_MASTER | Header.COMMAND_NO_LINE;
        watched.set(Header.COMMAND, Short.SIZE, command);
        assertMemory(1, 0xFEBD_0000L, 0x1000);
        assertEquals(0xFEBD_0000, watched.get(FakeFunction.at(1), Integer.SIZE));
        assertEquals(0x38, watched.get(FakeFunction.at(5), Integer.SIZE));
        assertEquals(command, watched.get(Header.COMMAND, Short.SIZE));
    }

    @Test
    void onlyWhatIsAllInsideIsContained() {
        function.memory32(1, 0xFEBD_0000L, 0x1000);
        addresses.read(FUNCTION);
        assertTrue(addresses.contain(1, 0xFFC, 4));
        assertFalse(addresses.contain(1, 0xFFD, 4));
        assertFalse(addresses.contain(1, 0xFFFF_FFFFL, 4));
        assertFalse(addresses.contain(2, 0, 1));
        assertFalse(addresses.contain(6, 0, 1));
        assertFalse(addresses.contain(0xFF, 0, 1));
    }

    private void assertMemory(int bar, long base, long size) {
        addresses.read(FUNCTION);
        assertEquals(Long.toHexString(base), Long.toHexString(addresses.base(bar)));
        assertEquals(Long.toHexString(size), Long.toHexString(addresses.size(bar)));
    }
}
