package peaberry.machine.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;

class SimulatedMemoryTest {

    private static final long SIZE = 1 << 20;

    static class Part {
        @Embedded
        final Object inner = new Object();
    }

    @Footprint(60)
    static class Whole {
        @Embedded
        final Part first = new Part();
        @Embedded
        final Part second = new Part();
        final Object notEmbedded = new Object();
    }

    static class Homeless {
    }

    private final List<Object> forgotten = new ArrayList<>();
    private final SimulatedMemory memory = new SimulatedMemory(SIZE, forgotten::add);

    @Test
    void isZeroUntilWritten() {
        assertEquals(0, memory.loadByte(5));
        assertEquals(0, memory.loadInt(SIZE - 4));
        assertEquals(0, memory.loadLong(0x2_0000));
    }

    @Test
    void isLittleEndian() {
        memory.storeLong(0x1_0000, 0x1122_3344_5566_7788L);
        assertEquals((byte) 0x88, memory.loadByte(0x1_0000));
        assertEquals(0x1122_3344, memory.loadInt(0x1_0004));
        memory.storeInt(0x1_0000, -1);
        memory.storeByte(0x1_0007, (byte) 0);
        assertEquals(0x0022_3344_FFFF_FFFFL, memory.loadLong(0x1_0000));
    }

    @Test
    void storesAndCopiesAcrossChunks() {
        byte[] content = new byte[200_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31);
        }
        memory.store(1000, content);
        memory.copy(500_000, 1000, content.length);
        for (int i = 0; i < content.length; i++) {
            assertEquals(content[i], memory.loadByte(500_000 + i));
        }
    }

    @Test
    void copiesEightBytesAtATimeWhereverTheyAre() {
        memory.store(1001, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        memory.copy(65_530, 1001, 11);
        for (int i = 0; i < 11; i++) {
            assertEquals(i + 1, memory.loadByte(65_530 + i));
        }
        memory.copy(1002, 1001, 9);
        assertEquals(1, memory.loadByte(1002));
        assertEquals(8, memory.loadByte(1009), "of the first eight, none was overwritten before it was read");
        assertEquals(8, memory.loadByte(1010), "the ninth was");
    }

    @Test
    void refusesAccessesThatAreNotAlignedOrOutside() {
        assertThrows(IllegalArgumentException.class, () -> memory.loadInt(2));
        assertThrows(IllegalArgumentException.class, () -> memory.storeLong(4, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> memory.loadByte(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> memory.loadByte(SIZE));
        assertThrows(IndexOutOfBoundsException.class, () -> memory.zero(SIZE - 8, 16));
        assertThrows(IndexOutOfBoundsException.class, () -> memory.copy(0, SIZE - 8, 16));
    }

    @Test
    void placesAnObjectWithAllThatIsEmbedded() {
        Whole whole = memory.create(Whole.class, 0x4000);

        assertSame(whole, memory.at(Whole.class, 0x4000));
        assertEquals(0x4000, memory.addressOf(whole));
        for (Object embedded : List.of(whole.first, whole.second, whole.first.inner, whole.second.inner)) {
            assertSame(embedded, memory.at(Object.class, memory.addressOf(embedded)));
        }
        assertThrows(IllegalArgumentException.class, () -> memory.addressOf(whole.notEmbedded));
    }

    @Test
    void footprintsAreRoundedUp() {
        assertEquals(64, memory.sizeOf(Whole.class));
        assertThrows(IllegalArgumentException.class, () -> memory.sizeOf(Homeless.class));
    }

    @Test
    void refusesAnObjectOfAnotherClassOrNone() {
        memory.create(Whole.class, 0x4000);
        assertThrows(ClassCastException.class, () -> memory.at(Part.class, 0x4000));
        assertThrows(ClassCastException.class, () -> memory.at(Whole.class, 0x5000));
    }

    @Test
    void refusesToPlaceOnTopOfSomethingElse() {
        memory.create(Whole.class, 0x4000);
        assertThrows(IllegalStateException.class, () -> memory.create(Whole.class, 0x4000));
        assertThrows(IllegalStateException.class, () -> memory.create(Whole.class, 0x4000 - 56));
        memory.storeByte(0x6038, (byte) 1);
        assertThrows(IllegalStateException.class, () -> memory.create(Whole.class, 0x6000));
    }

    @Test
    void zeroingForgetsObjectsAndTellsOfThem() {
        Whole whole = memory.create(Whole.class, 0x4000);
        Whole neighbour = memory.create(Whole.class, 0x4040);
        memory.storeLong(0x3FF8, 7);
        memory.storeLong(0x4080, 9);

        memory.zero(0x3FF8, 72);

        assertEquals(5, forgotten.size());
        assertSame(whole, forgotten.getFirst());
        assertThrows(ClassCastException.class, () -> memory.at(Whole.class, 0x4000));
        assertThrows(IllegalArgumentException.class, () -> memory.addressOf(whole.first));
        assertSame(neighbour, memory.at(Whole.class, 0x4040));
        assertEquals(0, memory.loadLong(0x3FF8));
        assertEquals(9, memory.loadLong(0x4080));
    }
}
