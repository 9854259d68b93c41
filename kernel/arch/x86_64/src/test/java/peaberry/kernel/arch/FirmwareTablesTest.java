package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.Bytes;

/** The firmware's tables, from the root pointer to the remapping units, sound and damaged. */
class FirmwareTablesTest {

    private static final int RSDP = 0xE_0010;
    private static final int RSDT = 0x1000;
    private static final int XSDT = 0x2000;
    private static final int DMAR = 0x3000;
    private static final int OTHER = 0x4000;
    private static final long REGISTERS = 0xFED9_0000L;
    private static final int IO_APIC = 2;

    private final ByteBuffer memory = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final Bytes bytes = new Bytes() {
        @Override
        public long size() {
            return memory.capacity();
        }

        @Override
        public int unsignedByte(long offset) {
            return offset >= 0 && offset < memory.capacity() ? memory.get((int) offset) & 0xFF : 0;
        }
    };
    private final AcpiTables tables = new AcpiTables(bytes);
    private final DmarTable description = new DmarTable(bytes);
    private int dmarEnd = DMAR + 48;

    FirmwareTablesTest() {
        memory.put(DMAR + 37, (byte) 1);
        unit(REGISTERS, 0, scope(3, IO_APIC, 0xF0, 0x1F, 7));
        seal();
    }

    @Test
    void unitIsFoundThroughTheTableOfLongAddresses() {
        memory.put(RSDT, (byte) 0);

        assertEquals(1, read());
        assertEquals(REGISTERS, description.registers(0));
        assertTrue(description.describesInterrupts());
        assertEquals(0xF0FF, description.ioApic());
    }

    @Test
    void unitIsFoundThroughTheTableOfShortAddresses() {
        memory.put(XSDT, (byte) 0);

        assertEquals(1, read());
    }

    @Test
    void firmwareOfTheFirstVersionHasShortAddressesOnly() {
        memory.put(RSDP + 15, (byte) 0);
        sum(RSDP, 20, RSDP + 8);

        assertEquals(1, read());
    }

    @Test
    void rootPointerIsTakenFromTheLoader() {
        memory.putLong(RSDP - 16, 0);
        memory.put(0x500, memory.array(), RSDP, 36);
        memory.putLong(RSDP, 0);

        assertEquals(AcpiTables.NONE, tables.find(0, DmarTable.SIGNATURE));
        assertEquals(DMAR, tables.find(0x500, DmarTable.SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(ints = {RSDP, DMAR + 20, DMAR + 60})
    void damagedTablesCountAsMissing(int place) {
        memory.put(place, (byte) (memory.get(place) + 1));

        assertEquals(0, read());
    }

    @Test
    void absentTableIsNotFound() {
        assertEquals(AcpiTables.NONE, tables.find(0, 0x4449_4D41));
    }

    @Test
    void ioApicOfAnotherNumberIsNotOurs() {
        read();
        description.read(DMAR, dmarEnd - DMAR, IO_APIC + 1);

        assertEquals(DmarTable.NONE, description.ioApic());
    }

    @Test
    void structuresOfOtherKindsDoNotMatter() {
        structure(1, 24);
        unit(REGISTERS + 0x1000, 0, new byte[0]);
        seal();

        assertEquals(2, read());
        assertEquals(REGISTERS + 0x1000, description.registers(1));
    }

    @Test
    void moreSegmentsOrUnitsThanKnownAreNoUnits() {
        int one = dmarEnd;
        unit(REGISTERS, 1, new byte[0]);
        seal();
        assertEquals(0, read());

        dmarEnd = one;
        for (int i = 0; i < DmarTable.MAX_UNITS; i++) {
            unit(REGISTERS, 0, new byte[0]);
        }
        seal();
        assertEquals(0, read());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 15, 25, 1000})
    void structuresOfAWrongLengthAreNoUnits(int length) {
        memory.putShort(DMAR + 48 + 2, (short) length);
        seal();

        assertEquals(0, read());
    }

    @Test
    void scopesOfAWrongLengthAreNoUnits() {
        memory.put(DMAR + 48 + 16 + 1, (byte) 2);
        seal();

        assertEquals(0, read());
    }

    @Test
    void randomTablesAreRead() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            for (int i = 0; i < 4; i++) {
                memory.put(DMAR + 36 + random.nextInt(dmarEnd - DMAR - 36), (byte) random.nextInt());
                memory.put(RSDP + 15 + random.nextInt(21), (byte) random.nextInt());
            }
            sum(DMAR, dmarEnd - DMAR, DMAR + 9);
            sum(RSDP, 20, RSDP + 8);
            read();
            assertTrue(description.units() >= 0 && description.units() <= DmarTable.MAX_UNITS);
        }
    }

    @Test
    void featuresAreThoseThatAllUnitsHave() {
        RemappingFeatures features = new RemappingFeatures();
        features.add(0x00D2_008C_2226_0206L, 0x00F0_0F4A);
        assertTrue(features.suit());
        assertTrue(features.remapsInterrupts());
        assertTrue(features.pageSelective());
        assertEquals(3, features.levels());
        assertEquals(39, features.addressBits());
        assertEquals(1 << 16, features.domains());

        features.add(0x0000_0080_2226_0682L | 1L << 7, 0x00F0_0F42);
        assertTrue(features.suit());
        assertFalse(features.remapsInterrupts());
        assertTrue(features.cachesAbsent());
        assertEquals(256, features.domains());

        features.add(0x0000_0080_2226_0402L, 0x00F0_0F42);
        assertFalse(features.suit());
    }

    @Test
    void unitsWithoutAQueueDoNotSuit() {
        RemappingFeatures features = new RemappingFeatures();
        features.add(0x00D2_008C_2226_0206L, 0x00F0_0F48);

        assertFalse(features.suit());
    }

    /** How many units the tables describe now. */
    private int read() {
        long table = tables.find(0, DmarTable.SIGNATURE);
        description.read(table, table == AcpiTables.NONE ? 0 : tables.length(table), IO_APIC);
        return table == AcpiTables.NONE ? 0 : description.units();
    }

    private void unit(long registers, int segment, byte[] scopes) {
        int place = structure(0, 16 + scopes.length);
        memory.putShort(place + 6, (short) segment).putLong(place + 8, registers).put(place + 16, scopes);
    }

    private int structure(int type, int length) {
        int place = dmarEnd;
        memory.putShort(place, (short) type).putShort(place + 2, (short) length);
        dmarEnd += length;
        return place;
    }

    private static byte[] scope(int type, int identifier, int bus, int device, int function) {
        return new byte[] {(byte) type, 8, 0, 0, (byte) identifier, (byte) bus, (byte) device, (byte) function};
    }

    /** Gives all tables their lists, lengths and sums. */
    private void seal() {
        memory.putLong(RSDP, 0x2052_5450_2044_5352L).put(RSDP + 15, (byte) 2)
                .putInt(RSDP + 16, RSDT).putInt(RSDP + 20, 36).putLong(RSDP + 24, XSDT);
        memory.putInt(RSDT + 36, OTHER).putInt(RSDT + 40, DMAR);
        memory.putLong(XSDT + 36, OTHER).putLong(XSDT + 44, DMAR);
        table(RSDT, 0x5444_5352, 44);
        table(XSDT, 0x5444_5358, 52);
        table(OTHER, 0x5044_4146, 36);
        table(DMAR, DmarTable.SIGNATURE, dmarEnd - DMAR);
        sum(RSDP, 20, RSDP + 8);
        sum(RSDP, 36, RSDP + 32);
    }

    private void table(int place, int signature, int length) {
        memory.putInt(place, signature).putInt(place + 4, length);
        sum(place, length, place + 9);
    }

    /** Makes the bytes add up to 0 by the one at {@code free}. */
    private void sum(int place, int length, int free) {
        int sum = 0;
        memory.put(free, (byte) 0);
        for (int i = 0; i < length; i++) {
            sum += memory.get(place + i);
        }
        memory.put(free, (byte) -sum);
    }
}
