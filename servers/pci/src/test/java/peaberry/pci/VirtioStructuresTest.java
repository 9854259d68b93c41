package peaberry.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import peaberry.abi.VirtioStructure;

class VirtioStructuresTest {

    private static final int FUNCTION = 0x08;

    private final FakeSpace space = new FakeSpace();
    private final FakeFunction function = space.put(FUNCTION, new FakeFunction(0x1AF4, 0x1042));
    private final VirtioStructures structures = new VirtioStructures(space);

    @Test
    void theFirstOfATypeIsFound() {
        declare(VirtioStructure.DEVICE, 2, 0x2000, 16);
        declare(VirtioStructure.COMMON, 4, 0x1000, 16);
        declare(VirtioStructure.COMMON, 1, 0x3000, 16);
        assertTrue(structures.find(FUNCTION, VirtioStructure.COMMON));
        assertEquals(4, structures.bar());
        assertEquals(0x1000, structures.offset());
        assertEquals(56, structures.bytes());
        assertEquals(0, structures.extra());
    }

    @Test
    void whatFollowsALongCapabilityIsRead() {
        int place = declare(VirtioStructure.NOTIFICATIONS, 4, 0x3000, 20);
        function.set(place + 16, Integer.SIZE, 0xFFFF_FFFE);
        assertTrue(structures.find(FUNCTION, VirtioStructure.NOTIFICATIONS));
        assertEquals(0xFFFF_FFFEL, structures.extra());
    }

    @Test
    void oneThatIsInNoMemoryIsPassedOver() {
        declare(VirtioStructure.COMMON, 6, 0x1000, 16);
        assertFalse(structures.find(FUNCTION, VirtioStructure.COMMON));
        declare(VirtioStructure.COMMON, 5, 0x1000, 16);
        assertTrue(structures.find(FUNCTION, VirtioStructure.COMMON));
        assertEquals(5, structures.bar());
    }

    @Test
    void aListThatGoesInACircleEnds() {
        int place = declare(VirtioStructure.COMMON, 4, 0x1000, 16);
        function.set(place + 1, Byte.SIZE, place);
        assertFalse(structures.find(FUNCTION, VirtioStructure.DEVICE));
    }

    private int declare(int type, int bar, int offset, int length) {
        int place = function.capability(Capabilities.VENDOR, length);
        function.set(place + 2, Byte.SIZE, length);
        function.set(place + 3, Byte.SIZE, type);
        function.set(place + 4, Byte.SIZE, bar);
        function.set(place + 8, Integer.SIZE, offset);
        function.set(place + 12, Integer.SIZE, 56);
        return place;
    }
}
