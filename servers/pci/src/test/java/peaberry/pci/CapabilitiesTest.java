package peaberry.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CapabilitiesTest {

    private static final int FUNCTION = 0x08;

    private final FakeSpace space = new FakeSpace();
    private final FakeFunction function = space.put(FUNCTION, new FakeFunction(0x1AF4, 0x1042));
    private final Capabilities capabilities = new Capabilities(space);

    @Test
    void aFunctionThatSaysSoHasNone() {
        int place = function.capability(Capabilities.MSI, 14);
        function.set(Header.STATUS, Short.SIZE, 0);
        assertEquals(Capabilities.NONE, capabilities.find(FUNCTION, Capabilities.MSI));
        function.set(Header.STATUS, Short.SIZE, Header.STATUS_CAPABILITIES);
        assertEquals(place, capabilities.find(FUNCTION, Capabilities.MSI));
    }

    @Test
    void eachOfAKindIsFound() {
        int first = function.capability(Capabilities.VENDOR, 16);
        int other = function.capability(Capabilities.MSI_X, 12);
        int second = function.capability(Capabilities.VENDOR, 20);
        assertEquals(first, capabilities.find(FUNCTION, Capabilities.VENDOR, 0));
        assertEquals(second, capabilities.find(FUNCTION, Capabilities.VENDOR, 1));
        assertEquals(Capabilities.NONE, capabilities.find(FUNCTION, Capabilities.VENDOR, 2));
        assertEquals(other, capabilities.find(FUNCTION, Capabilities.MSI_X));
    }

    @Test
    void reservedBitsOfAPlaceDoNotCount() {
        int place = function.capability(Capabilities.MSI, 14);
        function.set(Header.CAPABILITIES, Byte.SIZE, place | 0b11);
        assertEquals(place, capabilities.find(FUNCTION, Capabilities.MSI));
    }

    @Test
    void aListThatGoesInACircleEnds() {
        int first = function.capability(Capabilities.VENDOR, 16);
        int second = function.capability(Capabilities.VENDOR, 16);
        function.set(second + 1, Byte.SIZE, first);
        assertEquals(Capabilities.NONE, capabilities.find(FUNCTION, Capabilities.MSI));
        assertEquals(Capabilities.NONE, capabilities.find(FUNCTION, Capabilities.VENDOR, Capabilities.MOST));
        assertTrue(space.reads < 1000, space.reads + " reads");
    }

    @Test
    void aListThatLeadsIntoTheHeaderEnds() {
        int place = function.capability(Capabilities.VENDOR, 16);
        function.set(place + 1, Byte.SIZE, Header.BASE_ADDRESS);
        function.set(Header.BASE_ADDRESS, Byte.SIZE, Capabilities.MSI);
        assertEquals(Capabilities.NONE, capabilities.find(FUNCTION, Capabilities.MSI));
    }

    @Test
    void aFunctionThatWentAwayHasNone() {
        function.capability(Capabilities.MSI, 14);
        space.remove(FUNCTION);
        assertEquals(Capabilities.NONE, capabilities.find(FUNCTION, Capabilities.MSI));
    }
}
