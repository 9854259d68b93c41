package peaberry.pci;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.abi.DeviceReset;

/** Functions that say and do anything. Nothing they do may keep the server busy for ever, make it fail, or lead it out of their memory. */
class DamageTest {

    private static final int FUNCTIONS = 400;
    private static final long SEED = Long.getLong("peaberry.random.seed", 20_261_126);
    private static final int FUNCTION = 0x08;
    private static final int MOST_READS = 2_000_000;
    private static final int LONGEST_MILLISECONDS = 3_000;

    private final Random random = new Random(SEED);

    @Test
    void aFunctionThatSaysAnythingHarmsNobody() {
        for (int i = 0; i < FUNCTIONS; i++) {
            for (DeviceReset how : DeviceReset.values()) {
                try {
                    handle(how);
                } catch (RuntimeException | AssertionError failure) {
                    throw new AssertionError("seed " + SEED + ", function " + i + ", " + how, failure);
                }
            }
        }
    }

    private void handle(DeviceReset how) {
        FakeSpace space = new FakeSpace();
        FakeMemory memory = new RandomMemory();
        FakeDeadline deadline = new FakeDeadline();
        space.put(FUNCTION, damaged());
        FunctionControl control = new FunctionControl(space, memory, new FakeJournal(), deadline);
        control.silence(FUNCTION, how);
        control.locate(FUNCTION);
        new BusWalk(space).at(Integer.MAX_VALUE);
        control.enable(FUNCTION, random.nextLong(Long.MAX_VALUE), random.nextInt());
        assertTrue(space.reads < MOST_READS, space.reads + " reads");
        assertTrue(deadline.milliseconds() < LONGEST_MILLISECONDS, deadline.milliseconds() + " ms");
    }

    /** Some of it is as it should be, so that the rest is looked at; and what was read need not be so when it is read again. */
    private FakeFunction damaged() {
        int lies = random.nextInt(4) == 0 ? 20 : 0;
        FakeFunction function = new FakeFunction(0x1AF4, 0x1042) {
            @Override
            int read(int register, int width) {
                return random.nextInt(100) < lies ? random.nextInt() : super.read(register, width);
            }
        };
        for (int register = Header.CLASS; register < ConfigurationSpace.BYTES; register++) {
            function.set(register, Byte.SIZE, random.nextInt());
            function.allow(register, Byte.SIZE, random.nextInt());
        }
        function.set(Header.TYPE, Byte.SIZE, 0);
        for (int bar = 0; bar < 6; bar++) {
            function.memory32(bar, random.nextLong(1L << 32) & -0x4000, 0x4000);
        }
        int[] kinds = {Capabilities.MSI, Capabilities.VENDOR, Capabilities.EXPRESS, Capabilities.MSI_X, Capabilities.ADVANCED_FEATURES};
        for (int i = 0; i < random.nextInt(12); i++) {
            function.capability(kinds[random.nextInt(kinds.length)], 12);
        }
        return function;
    }

    private final class RandomMemory extends FakeMemory {
        @Override
        int read8(long address) {
            return random.nextInt(-1, 0x100);
        }

        @Override
        int read32(long address) {
            return random.nextInt();
        }
    }
}
