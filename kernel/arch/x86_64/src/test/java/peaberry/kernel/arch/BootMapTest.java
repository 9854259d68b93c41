package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import peaberry.abi.Bytes;

class BootMapTest {

    private static final long MIB = 1 << 20;
    private static final int INFO = 0x1000;
    private static final int MODULES = 0x2000;
    private static final int MAP = 0x3000;
    private static final int RAM = 1;
    private static final int RESERVED = 2;

    private final ByteBuffer memory = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private int entries;

    BootMapTest() {
        memory.putInt(INFO, 0x336E_C578);
        memory.putInt(INFO + 4, 1);
        memory.putLong(INFO + 16, MODULES);
        memory.putLong(INFO + 40, MAP);
    }

    @Test
    void memoryBelowOneMegabyteAndAboveFourGigabytesDoesNotCount() {
        entry(0, 640 << 10, RAM);
        entry(MIB, 15 * MIB, RAM);
        entry(4096 * MIB - MIB, 8 * MIB, RAM);
        entry(4096 * MIB, 64 * MIB, RAM);

        assertEquals(List.of("1-16", "4095-4096"), regions(0, 0));
    }

    @Test
    void kernelAndArchiveAreCutOut() {
        entry(0, 64 * MIB, RAM);
        archive(48 * MIB, MIB + 1);

        assertEquals(List.of("1-2", "3-48", "49.00390625-64"), regions(2 * MIB, 3 * MIB));
    }

    @Test
    void pagesThatAreOnlyPartlyFreeDoNotCount() {
        entry(MIB + 1, MIB, RAM);

        assertEquals(List.of("1.00390625-2"), regions(0, 0));
    }

    @Test
    void whatIsReservedWinsOverAnOverlappingFreeEntry() {
        entry(8 * MIB, 2 * MIB, RESERVED);
        entry(MIB, 31 * MIB, RAM);
        entry(16 * MIB, 4 * MIB, RAM);

        assertEquals(List.of("1-8", "10-16", "16-20", "20-32"), regions(0, 0));
    }

    @Test
    void sizesThatOverflowEndAtFourGigabytes() {
        entry(4094 * MIB, -1, RAM);
        entry(-4096, 8192, RAM);

        assertEquals(List.of("4094-4096"), regions(0, 0));
    }

    @Test
    void withoutTheLoadersMagicThereIsNoMemory() {
        entry(MIB, 15 * MIB, RAM);
        memory.putInt(INFO, 0);

        assertEquals(List.of(), regions(0, 0));
    }

    @Test
    void anArchiveOutOfReachIsNone() {
        archive(4096 * MIB, MIB);
        BootMap map = read(0, 0);

        assertEquals(0, map.archiveSize());
    }

    @Test
    void moreHolesThanThereIsRoomForLoseMemoryButNeverOverlap() {
        entry(MIB, 1023 * MIB, RAM);
        for (int hole = 0; hole < 100; hole++) {
            entry((2 + 2L * hole) * MIB, MIB, RESERVED);
        }
        BootMap map = read(0, 0);

        assertTrue(map.free().count() <= Regions.MAX_REGIONS);
        for (int region = 0; region < map.free().count(); region++) {
            for (int hole = 0; hole < 100; hole++) {
                long start = (2 + 2L * hole) * MIB;
                assertTrue(map.free().end(region) <= start || map.free().start(region) >= start + MIB);
            }
        }
    }

    private void entry(long start, long size, int type) {
        int at = MAP + 24 * entries++;
        memory.putLong(at, start);
        memory.putLong(at + 8, size);
        memory.putInt(at + 16, type);
    }

    private void archive(long start, long size) {
        memory.putInt(INFO + 12, 1);
        memory.putLong(MODULES, start);
        memory.putLong(MODULES + 8, size);
    }

    @Test
    void kernelTakesWhatItNeedsFromTheEndOfTheLargestRegion() {
        entry(MIB, 3 * MIB, RAM);
        entry(8 * MIB, 4 * MIB, RAM);
        memory.putLong(INFO + 32, 0xE_0000);
        BootMap map = read(0, 0);

        assertEquals(0xE_0000, map.rootPointer());
        assertEquals(11 * MIB, map.free().take(MIB));
        assertEquals(List.of(4 * MIB, 11 * MIB), List.of(map.free().end(0), map.free().end(1)));
        assertEquals(0, map.free().take(4 * MIB));
        assertEquals(0, map.free().take(1));
        assertEquals(0, map.free().take(-MIB));
    }

    @Test
    void whatTheMapDoesNotMentionIsDevices() {
        entry(0, 640 << 10, RAM);
        entry(MIB, 127 * MIB, RAM);
        entry(3072 * MIB, 64 * MIB, RESERVED);
        entry(4090 * MIB, 1024 * MIB, RESERVED);
        BootMap map = read(2 * MIB, 4 * MIB);
        Regions devices = map.devices();

        assertEquals(3, devices.count());
        assertEquals(List.of(0xA_0000L, 0xC_0000L), List.of(devices.start(0), devices.end(0)));
        assertEquals(List.of(128 * MIB, 3072 * MIB), List.of(devices.start(1), devices.end(1)));
        assertEquals(List.of(3136 * MIB, 4090 * MIB), List.of(devices.start(2), devices.end(2)));
    }

    @Test
    void whereTheMapHasMemoryThereIsNoScreen() {
        entry(0, 1024 << 10, RAM);
        entry(MIB, 4095 * MIB, RAM);

        assertEquals(0, read(0, 0).devices().count());
    }

    @Test
    void withoutAMapThereAreNoDevices() {
        assertEquals(0, read(0, 0).devices().count());
    }

    private BootMap read(long kernelStart, long kernelEnd) {
        memory.putInt(INFO + 48, entries);
        BootMap map = new BootMap(new Bytes() {
            @Override
            public long size() {
                return memory.capacity();
            }

            @Override
            public int unsignedByte(long offset) {
                return offset >= 0 && offset < memory.capacity() ? memory.get((int) offset) & 0xFF : 0;
            }
        });
        map.read(INFO, kernelStart, kernelEnd);
        return map;
    }

    /** The regions in MiB, in the order of their addresses. */
    private List<String> regions(long kernelStart, long kernelEnd) {
        BootMap map = read(kernelStart, kernelEnd);
        List<Integer> order = new ArrayList<>();
        for (int region = 0; region < map.free().count(); region++) {
            order.add(region);
        }
        order.sort((one, other) -> Long.compare(map.free().start(one), map.free().start(other)));
        return order.stream().map(region -> mebibytes(map.free().start(region)) + "-" + mebibytes(map.free().end(region))).toList();
    }

    private static String mebibytes(long bytes) {
        return bytes % MIB == 0 ? Long.toString(bytes / MIB) : Double.toString((double) bytes / MIB);
    }
}
