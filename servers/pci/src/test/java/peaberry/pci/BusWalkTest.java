package peaberry.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusWalkTest {

    private static final int VENDOR = 0x1AF4;
    private static final int DEVICE = 0x1042;

    private final FakeSpace space = new FakeSpace();
    private final BusWalk walk = new BusWalk(space);

    @Test
    void functionsComeInTheOrderOfTheirAddresses() {
        put(0x18);
        put(0x00);
        put(0x08);
        assertEquals(List.of(0x00, 0x08, 0x18), found());
    }

    @Test
    void aMachineWithoutABusHasNoFunctions() {
        assertEquals(List.of(), found());
        assertEquals(BusWalk.NONE, walk.find(0xFFFF, 0xFFFF, 0));
    }

    @Test
    void aDeviceMayHaveSeveralFunctionsWithGapsBetween() {
        put(0xF8).amongSeveral();
        put(0xFA);
        put(0xFF);
        assertEquals(List.of(0xF8, 0xFA, 0xFF), found());
    }

    @Test
    void aDeviceWithASingleFunctionThatAnswersAtEachNumberIsFoundOnce() {
        put(0xF8);
        put(0xF9);
        put(0xFF);
        assertEquals(List.of(0xF8), found());
    }

    @Test
    void aDeviceWithoutAFirstFunctionIsNone() {
        put(0xF9).amongSeveral();
        assertEquals(List.of(), found());
    }

    @Test
    void whatIsBehindBridgesIsFound() {
        space.put(0x0008, FakeFunction.bridgeTo(1));
        space.put(0x0100, FakeFunction.bridgeTo(2));
        put(0x0108);
        put(0x0200);
        assertEquals(List.of(0x0008, 0x0100, 0x0108, 0x0200), found());
    }

    @Test
    void aBusThatNoBridgeLeadsToIsNotLookedAt() {
        put(0x0000);
        put(0x0100);
        assertEquals(List.of(0x0000), found());
    }

    @Test
    void aBridgeThatLeadsBackLeadsNowhere() {
        space.put(0x0008, FakeFunction.bridgeTo(1));
        space.put(0x0100, FakeFunction.bridgeTo(0));
        space.put(0x0108, FakeFunction.bridgeTo(1));
        assertEquals(List.of(0x0008, 0x0100, 0x0108), found());
    }

    @Test
    void aMachineThatIsNothingButBridgesEnds() {
        for (int function = 0; function <= 0xFFFF; function++) {
            space.put(function, FakeFunction.bridgeTo((function >> 8) + 1 & 0xFF).amongSeveral());
        }
        assertEquals(BusWalk.NONE, walk.find(VENDOR, DEVICE, 0));
        assertTrue(space.reads < 10 * 0x10000, space.reads + " reads");
    }

    @Test
    void ofSeveralOfTheSameIdentityTheOneWithSoManyBeforeItIsFound() {
        put(0x08);
        space.put(0x10, new FakeFunction(VENDOR, DEVICE + 1));
        put(0x18);
        assertEquals(0x08, walk.find(VENDOR, DEVICE, 0));
        assertEquals(0x18, walk.find(VENDOR, DEVICE, 1));
        assertEquals(BusWalk.NONE, walk.find(VENDOR, DEVICE, 2));
        assertEquals(0x10, walk.find(VENDOR, DEVICE + 1, 0));
    }

    private FakeFunction put(int address) {
        return space.put(address, new FakeFunction(VENDOR, DEVICE));
    }

    private List<Integer> found() {
        List<Integer> all = new ArrayList<>();
        for (int function = walk.at(0); function != BusWalk.NONE; function = walk.at(all.size())) {
            all.add(function);
        }
        return all;
    }
}
