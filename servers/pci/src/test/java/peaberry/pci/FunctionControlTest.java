package peaberry.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import peaberry.abi.DeviceReset;
import peaberry.bus.PciBus.Outcome;

class FunctionControlTest {

    private static final int FUNCTION = 0x08;
    private static final int ABSENT = 0x10;
    private static final long REGISTERS = 0xFEBD_0000L;
    private static final long ADDRESS = 0xFEE0_0000L;
    private static final int DATA = 0x41;
    private static final int RUNNING = Header.COMMAND_IO | Header.COMMAND_MEMORY | Header.COMMAND_BUS_MASTER;
    private static final int SILENT = Header.COMMAND_NO_LINE;
    private static final int WORKING = Header.COMMAND_MEMORY | Header.COMMAND_BUS_MASTER | Header.COMMAND_NO_LINE;

    private static final int TABLE_ENABLED = 0x8000;
    private static final int TABLE_MASKED = 0x4000;

    private final FakeSpace space = new FakeSpace();
    private final FakeMemory memory = new FakeMemory();
    private final FakeJournal journal = new FakeJournal();
    private final FakeDeadline deadline = new FakeDeadline();
    private final FunctionControl control = control(memory);
    private final FakeFunction function = put(new FakeFunction(0x1AF4, 0x1042));

    private FunctionControl control(FakeMemory its) {
        return new FunctionControl(space, its, journal, deadline);
    }

    private FakeFunction put(FakeFunction its) {
        its.memory32(1, REGISTERS, 0x4000);
        its.set(Header.COMMAND, Short.SIZE, RUNNING);
        return space.put(FUNCTION, its);
    }

    @Test
    void whatIsNotThereIsNeitherSilencedNorEnabled() {
        assertEquals(Outcome.NOT_FOUND, control.silence(ABSENT, DeviceReset.NONE));
        assertEquals(Outcome.NOT_FOUND, control.enable(ABSENT, ADDRESS, DATA));
    }

    @Test
    void aBridgeIsNeitherSilencedNorEnabled() {
        FakeFunction bridge = space.put(ABSENT, FakeFunction.bridgeTo(1));
        bridge.set(Header.COMMAND, Short.SIZE, RUNNING);
        assertEquals(Outcome.NOT_FOUND, control.silence(ABSENT, DeviceReset.NONE));
        assertEquals(Outcome.NOT_FOUND, control.enable(ABSENT, ADDRESS, DATA));
        assertEquals(RUNNING, bridge.get(Header.COMMAND, Short.SIZE));
    }

    @Test
    void aSilentFunctionIsNoBusMasterAndInterruptsInNoWay() {
        int single = function.capability(0x05, 14);
        function.allow(single + 2, Short.SIZE, 0x0071);
        function.set(single + 2, Short.SIZE, 0x0081);
        int tabled = table(2, 0x1000);
        function.set(tabled + 2, Short.SIZE, TABLE_ENABLED | 1);
        assertEquals(Outcome.DONE, control.silence(FUNCTION, DeviceReset.NONE));
        assertCommand(SILENT);
        assertEquals(0x0080, function.get(single + 2, Short.SIZE));
        assertEquals(TABLE_MASKED | 1, function.get(tabled + 2, Short.SIZE));
    }

    @Test
    void aFunctionThatWaitsForMemoryForEverIsStuckButSilent() {
        int express = function.capability(0x10, 60);
        function.set(express + 0x0A, Short.SIZE, 1 << 5);
        assertEquals(Outcome.STUCK, control.silence(FUNCTION, DeviceReset.NONE));
        assertCommand(SILENT);
        assertTrue(deadline.milliseconds() < 1000, deadline.milliseconds() + " ms");
    }

    @Test
    void aResetThatAFunctionDoesNotHaveIsRefusedButTheFunctionIsSilent() {
        for (DeviceReset how : new DeviceReset[] {DeviceReset.FUNCTION, DeviceReset.VIRTIO, DeviceReset.AHCI}) {
            function.set(Header.COMMAND, Short.SIZE, RUNNING);
            assertEquals(Outcome.NO_RESET, control.silence(FUNCTION, how));
            assertCommand(SILENT);
        }
        assertEquals(Set.of(), memory.written);
    }

    @Test
    void aFunctionLevelResetKeepsWhatTheFirmwareWrote() {
        FakeFunction resettable = put(new FakeFunction(0x8086, 0x10D3) {
            @Override
            void write(int register, int width, int value) {
                super.write(register, width, value);
                if (register == Header.END + 0x08 && (value & 1 << 15) != 0) {
                    super.write(at(1), Integer.SIZE, 0);
                    super.write(Header.COMMAND, Short.SIZE, 0);
                    super.write(Header.INTERRUPT_LINE, Byte.SIZE, 0);
                    super.write(register, Short.SIZE, 0x2810);
                }
            }
        });
        int express = express(resettable);
        resettable.set(express + 0x08, Short.SIZE, 0x2830);
        resettable.set(Header.INTERRUPT_LINE, Byte.SIZE, 11);
        assertEquals(Outcome.DONE, control.silence(FUNCTION, DeviceReset.FUNCTION));
        assertEquals((int) REGISTERS, resettable.get(FakeFunction.at(1), Integer.SIZE));
        assertEquals(11, resettable.get(Header.INTERRUPT_LINE, Byte.SIZE));
        assertEquals(0x2830, resettable.get(express + 0x08, Short.SIZE));
        assertEquals(SILENT, resettable.get(Header.COMMAND, Short.SIZE));
        assertTrue(deadline.milliseconds() >= 100 && deadline.milliseconds() < 120, deadline.milliseconds() + " ms");
    }

    @Test
    void aFunctionThatIsReadyAtOnceIsNotWaitedFor() {
        FakeFunction resettable = put(new FakeFunction(0x8086, 0x10D3));
        express(resettable);
        resettable.set(Header.STATUS, Short.SIZE, Header.STATUS_CAPABILITIES | Header.STATUS_READY_AT_ONCE);
        assertEquals(Outcome.DONE, control.silence(FUNCTION, DeviceReset.FUNCTION));
        assertTrue(deadline.milliseconds() < 100, deadline.milliseconds() + " ms");
    }

    @Test
    void aFunctionThatDoesNotComeBackFromItsResetIsStuck() {
        FakeFunction lost = put(new FakeFunction(0x8086, 0x10D3) {
            @Override
            void write(int register, int width, int value) {
                if (register == Header.END + 0x08 && (value & 1 << 15) != 0) {
                    space.remove(FUNCTION);
                }
            }
        });
        express(lost);
        assertEquals(Outcome.STUCK, control.silence(FUNCTION, DeviceReset.FUNCTION));
        assertTrue(deadline.milliseconds() < 2000, deadline.milliseconds() + " ms");
    }

    @Test
    void whatAFunctionLostWhenItsServerDiedIsPutBackByTheNextOne() {
        FakeFunction deadly = put(new FakeFunction(0x8086, 0x10D3) {
            @Override
            void write(int register, int width, int value) {
                super.write(register, width, value);
                if (register == at(1) && value == -1) {
                    throw new IllegalStateException("the server dies");
                }
            }
        });
        deadly.set(Header.INTERRUPT_LINE, Byte.SIZE, 11);
        assertThrows(IllegalStateException.class, () -> control.locate(FUNCTION));
        assertNotEquals((int) REGISTERS, deadly.get(FakeFunction.at(1), Integer.SIZE));
        control(memory).recover();
        assertEquals((int) REGISTERS, deadly.get(FakeFunction.at(1), Integer.SIZE));
        assertEquals(RUNNING, deadly.get(Header.COMMAND, Short.SIZE));
    }

    @Test
    void nothingIsPutBackTwiceOrIntoAnother() {
        control.locate(FUNCTION);
        function.set(Header.COMMAND, Short.SIZE, SILENT);
        control(memory).recover();
        assertCommand(SILENT);
        journal.write(0, 1);
        function.set(Header.DEVICE, Short.SIZE, 0x1041);
        control(memory).recover();
        assertCommand(SILENT);
    }

    @Test
    void aConventionalFunctionIsResetByItsAdvancedFeatures() {
        int features = function.capability(0x13, 6);
        function.set(features + 3, Byte.SIZE, 0b11);
        function.allow(features + 4, Byte.SIZE, 1);
        assertEquals(Outcome.DONE, control.silence(FUNCTION, DeviceReset.FUNCTION));
        assertEquals(1, function.get(features + 4, Byte.SIZE));
    }

    @Test
    void aVirtioDeviceIsResetByItsStatus() {
        common(1, 0x1000);
        memory.set8(REGISTERS + 0x1014, 0x0F);
        assertEquals(Outcome.DONE, control.silence(FUNCTION, DeviceReset.VIRTIO));
        assertEquals(Set.of(REGISTERS + 0x1014), memory.written);
        assertEquals(0, memory.read8(REGISTERS + 0x1014));
        assertCommand(SILENT);
    }

    @Test
    void aDeviceThatStaysAsItIsIsStuck() {
        FakeMemory stuck = new FakeMemory() {
            @Override
            boolean write8(long address, int value) {
                return true;
            }

            @Override
            int read8(long address) {
                return 0x40;
            }
        };
        common(1, 0x1000);
        assertEquals(Outcome.STUCK, control(stuck).silence(FUNCTION, DeviceReset.VIRTIO));
        assertCommand(SILENT);
        assertTrue(deadline.milliseconds() < 2000, deadline.milliseconds() + " ms");
    }

    @Test
    void aVirtioDeviceThatNamesRegistersOfOthersIsNotReset() {
        int place = common(1, 0x4000 - 0x14);
        for (int bar : new int[] {0, 2, 6, 0xFF}) {
            assertEquals(Outcome.NO_RESET, control.silence(FUNCTION, DeviceReset.VIRTIO));
            function.set(place + 4, Byte.SIZE, bar);
        }
        function.set(place + 4, Byte.SIZE, 1);
        function.set(place + 8, Integer.SIZE, 0xFFFF_FFF0);
        assertEquals(Outcome.NO_RESET, control.silence(FUNCTION, DeviceReset.VIRTIO));
        assertEquals(Set.of(), memory.written);
    }

    @Test
    void onlyAVirtioDeviceIsResetAsOne() {
        common(1, 0x1000);
        function.set(Header.VENDOR, Short.SIZE, 0x8086);
        assertEquals(Outcome.NO_RESET, control.silence(FUNCTION, DeviceReset.VIRTIO));
        assertEquals(Set.of(), memory.written);
    }

    @Test
    void anAhciControllerIsResetByItsGlobalControl() {
        FakeMemory controller = new FakeMemory() {
            private int looks = 10;

            @Override
            int read32(long address) {
                if (looks-- == 0) {
                    set32(address, 0);
                }
                return super.read32(address);
            }
        };
        ahci();
        assertEquals(Outcome.DONE, control(controller).silence(FUNCTION, DeviceReset.AHCI));
        assertEquals(Set.of(0xFEBF_0004L), controller.written);
        assertCommand(SILENT);
    }

    @Test
    void anAhciControllerThatHangsIsStuck() {
        ahci();
        assertEquals(Outcome.STUCK, control.silence(FUNCTION, DeviceReset.AHCI));
        assertEquals(0x8000_0001, memory.get32(0xFEBF_0004L));
        assertCommand(SILENT);
    }

    @Test
    void onlyAnAhciControllerIsResetAsOne() {
        ahci();
        function.set(Header.CLASS, Integer.SIZE, 0x010701 << 8);
        assertEquals(Outcome.NO_RESET, control.silence(FUNCTION, DeviceReset.AHCI));
        assertEquals(Set.of(), memory.written);
    }

    @Test
    void memoryThatRootDoesNotShowIsNoReset() {
        memory.isThere = false;
        common(1, 0x1000);
        assertEquals(Outcome.NO_RESET, control.silence(FUNCTION, DeviceReset.VIRTIO));
        assertCommand(SILENT);
    }

    @Test
    void everyMessageOfATableBecomesTheSame() {
        int place = table(260, 0x1FF8);
        memory.set32(REGISTERS + 0x1FF8 + 12, 1);
        memory.set32(REGISTERS + 0x1FF8 + 259 * 16 + 12, 1);
        assertEquals(Outcome.DONE, control.enable(FUNCTION, ADDRESS | 5L << 32, DATA));
        for (long entry = REGISTERS + 0x1FF8; entry < REGISTERS + 0x1FF8 + 260 * 16; entry += 16) {
            assertEquals((int) ADDRESS, memory.get32(entry));
            assertEquals(5, memory.get32(entry + 4));
            assertEquals(DATA, memory.get32(entry + 8));
            assertEquals(0, memory.get32(entry + 12));
        }
        assertEquals(260 * 4, memory.written.size(), "nothing else was written");
        assertEquals(TABLE_ENABLED | 259, function.get(place + 2, Short.SIZE));
        assertCommand(WORKING | Header.COMMAND_IO);
    }

    @Test
    void noMessageIsWrittenWhileTheTableIsFilledAndTheFunctionIsNoBusMasterYet() {
        function.set(Header.COMMAND, Short.SIZE, SILENT);
        int place = table(2, 0x1000);
        FakeMemory watching = new FakeMemory() {
            @Override
            boolean write32(long address, int value) {
                assertEquals(TABLE_ENABLED | TABLE_MASKED | 1, function.get(place + 2, Short.SIZE));
                assertEquals(Header.COMMAND_MEMORY | Header.COMMAND_NO_LINE, function.get(Header.COMMAND, Short.SIZE));
                return super.write32(address, value);
            }
        };
        assertEquals(Outcome.DONE, control(watching).enable(FUNCTION, ADDRESS, DATA));
        assertEquals(8, watching.written.size());
    }

    @Test
    void aTableThatRootDoesNotShowIsNoTable() {
        function.set(Header.COMMAND, Short.SIZE, SILENT);
        memory.isThere = false;
        int place = table(2, 0x1000);
        assertEquals(Outcome.NO_MESSAGES, control.enable(FUNCTION, ADDRESS, DATA));
        assertEquals(TABLE_MASKED | 1, function.get(place + 2, Short.SIZE));
        assertCommand(SILENT);
    }

    @Test
    void aFunctionWithoutATableWritesItsSingleMessage() {
        int place = single(0x0080 | 0x0100);
        function.set(place + 16, Integer.SIZE, 0xFF);
        assertEquals(Outcome.DONE, control.enable(FUNCTION, ADDRESS | 5L << 32, DATA));
        assertEquals((int) ADDRESS, function.get(place + 4, Integer.SIZE));
        assertEquals(5, function.get(place + 8, Integer.SIZE));
        assertEquals(DATA, function.get(place + 12, Short.SIZE));
        assertEquals(0, function.get(place + 16, Integer.SIZE));
        assertEquals(0x0181, function.get(place + 2, Short.SIZE));
    }

    @Test
    void aSingleMessageOf32BitsIsElsewhere() {
        int place = single(0x0100);
        function.set(place + 12, Integer.SIZE, 0xFF);
        assertEquals(Outcome.DONE, control.enable(FUNCTION, ADDRESS, DATA));
        assertEquals((int) ADDRESS, function.get(place + 4, Integer.SIZE));
        assertEquals(DATA, function.get(place + 8, Short.SIZE));
        assertEquals(0, function.get(place + 12, Integer.SIZE));
        assertEquals(0x0101, function.get(place + 2, Short.SIZE));
    }

    @Test
    void whatTheSingleMessageCannotSayIsRefused() {
        single(0);
        assertEquals(Outcome.NO_MESSAGES, control.enable(FUNCTION, ADDRESS | 5L << 32, DATA));
        assertEquals(Outcome.NO_MESSAGES, control.enable(FUNCTION, ADDRESS, 0x1_0000));
        assertEquals(Outcome.NO_MESSAGES, control.enable(FUNCTION, ADDRESS, -1));
        assertCommand(RUNNING);
    }

    @Test
    void aFunctionWithoutMessagesIsNotEnabled() {
        function.set(Header.COMMAND, Short.SIZE, SILENT);
        assertEquals(Outcome.NO_MESSAGES, control.enable(FUNCTION, ADDRESS, DATA));
        assertCommand(SILENT);
    }

    @Test
    void aBridgeHasNoMemory() {
        space.put(ABSENT, FakeFunction.bridgeTo(1)).memory32(0, REGISTERS, 0x1000);
        control.locate(FUNCTION);
        control.locate(ABSENT);
        assertEquals(0, control.addresses().size(0));
        assertEquals(0, control.addresses().size(1));
    }

    private void assertCommand(int expected) {
        assertEquals(expected, function.get(Header.COMMAND, Short.SIZE));
    }

    private int table(int entries, int offset) {
        int place = function.capability(0x11, 12);
        function.set(place + 2, Short.SIZE, entries - 1);
        function.allow(place + 2, Short.SIZE, TABLE_ENABLED | TABLE_MASKED);
        function.set(place + 4, Integer.SIZE, offset | 1);
        function.set(place + 8, Integer.SIZE, 0 | 1);
        return place;
    }

    private int single(int flags) {
        int place = function.capability(0x05, 24);
        function.set(place + 2, Short.SIZE, flags);
        function.allow(place + 2, Short.SIZE, 0x0071);
        for (int register = 4; register < 24; register += 4) {
            function.allow(place + register, Integer.SIZE, 0xFFFF_FFFF);
        }
        return place;
    }

    /** PCI Express, with a reset. */
    private static int express(FakeFunction its) {
        int place = its.capability(0x10, 60);
        its.set(place + 2, Short.SIZE, 2);
        its.set(place + 4, Integer.SIZE, 1 << 28);
        its.allow(place + 8, Short.SIZE, 0x7FFF);
        return place;
    }

    /** The common configuration of a virtio device, behind a notification structure. */
    private int common(int bar, int offset) {
        int other = function.capability(0x09, 20);
        function.set(other + 3, Byte.SIZE, 2);
        int place = function.capability(0x09, 16);
        function.set(place + 3, Byte.SIZE, 1);
        function.set(place + 4, Byte.SIZE, bar);
        function.set(place + 8, Integer.SIZE, offset);
        return place;
    }

    private void ahci() {
        function.set(Header.CLASS, Integer.SIZE, 0x010601 << 8);
        function.memory32(5, 0xFEBF_0000L, 0x1000);
    }
}
