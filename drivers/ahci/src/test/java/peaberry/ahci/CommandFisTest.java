package peaberry.ahci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CommandFisTest {

    private static final int AT = CommandMemory.COMMAND_TABLE;

    private final FakeMemory memory = new FakeMemory();

    /** Each byte where Serial ATA has it. */
    @Test
    void aSectorsNumberIsSpreadOverItsPlaces() {
        CommandFis.write(memory, AT, Command.READ_DMA_EXT, 0x6655_4433_2211L, 0x1234);
        assertEquals(0x0025_8027, memory.int32(AT));
        assertEquals(0x4033_2211, memory.int32(AT + 4));
        assertEquals(0x0066_5544, memory.int32(AT + 8));
        assertEquals(0x0000_1234, memory.int32(AT + 12));
        assertEquals(0, memory.int32(AT + 16));
    }

    @Test
    void nothingOfTheLastCommandStays() {
        for (int i = 0; i < CommandFis.WORDS; i++) {
            memory.setInt32(AT + i * Integer.BYTES, -1);
        }
        CommandFis.write(memory, AT, Command.FLUSH_CACHE_EXT, 0, 0);
        assertEquals(0x00EA_8027, memory.int32(AT));
        assertEquals(0x4000_0000, memory.int32(AT + 4));
        assertEquals(0, memory.int32(AT + 8) | memory.int32(AT + 12) | memory.int32(AT + 16));
    }
}
