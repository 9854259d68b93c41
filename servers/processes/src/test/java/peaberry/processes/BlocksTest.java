package peaberry.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.Invocation;
import peaberry.abi.ObjectType;
import peaberry.abi.Tag;
import peaberry.machine.MessageRegisters;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.CNode;
import peaberry.standin.KernelStandIn;

class BlocksTest {

    private static final int TABLE = 2;
    private static final int WHOLE = 3;
    private static final int FIRST_SLOT = 100;
    private static final int BITS = 20;
    private static final long SMALLEST = 1L << Blocks.LEAST_BITS;
    private static final int STEPS = 20_000;
    private static final long SEED = 20261126;

    private final Kernel kernel = new Kernel();
    private final Blocks blocks = new Blocks();

    @BeforeEach
    void start() {
        new SimulatedMachine(1 << 20).install().attach(kernel);
        blocks.open(CNode.at(TABLE), WHOLE, BITS, FIRST_SLOT);
    }

    @Test
    void aBlockIsTheSmallestPowerOfTwoThatHasRoom() {
        assertEquals(Blocks.LEAST_BITS, blocks.bits(blocks.take(1)));
        assertEquals(Blocks.LEAST_BITS, blocks.bits(blocks.take(SMALLEST)));
        assertEquals(Blocks.LEAST_BITS + 1, blocks.bits(blocks.take(SMALLEST + 1)));
        assertEquals(2 * SMALLEST, Blocks.size(SMALLEST + 1));
    }

    @Test
    void allOfItCanBeTakenAndThenNothing() {
        int whole = blocks.take(1L << BITS);
        assertNotEquals(Blocks.NONE, whole);
        assertEquals(Blocks.NONE, blocks.take(1));
        blocks.giveBack(whole);
        assertEquals(Blocks.NONE, blocks.take((1L << BITS) + 1));
        assertEquals(whole, blocks.take(1L << BITS));
    }

    @Test
    void halvesAreJoinedWhenOtherwiseThereIsNoRoom() {
        List<Integer> taken = new ArrayList<>();
        for (long bytes = 0; bytes < 1L << BITS; bytes += SMALLEST) {
            taken.add(blocks.take(SMALLEST));
        }
        assertEquals(Blocks.NONE, blocks.take(SMALLEST));
        taken.forEach(blocks::giveBack);
        assertNotEquals(Blocks.NONE, blocks.take(1L << BITS));
        assertEquals(Set.of(WHOLE), kernel.untyped);
    }

    @Test
    void aSizeThatCannotBeDividedIsRefused() {
        assertThrows(IllegalStateException.class, () -> new Blocks().open(CNode.at(TABLE), WHOLE, Blocks.MOST_BITS + 1, FIRST_SLOT));
        assertThrows(IllegalStateException.class, () -> new Blocks().open(CNode.at(TABLE), WHOLE, Blocks.LEAST_BITS - 1, FIRST_SLOT));
    }

    /** Whatever is taken and given back in whatever order. */
    @Test
    void noTwoBlocksOverlapAndNoRoomIsLost() {
        Random random = new Random(SEED);
        List<Integer> taken = new ArrayList<>();
        long free = 1L << BITS;
        for (int step = 0; step < STEPS; step++) {
            if (taken.isEmpty() || random.nextInt(5) < 3) {
                int block = blocks.take(1L << Blocks.LEAST_BITS + random.nextInt(BITS - Blocks.LEAST_BITS));
                if (block != Blocks.NONE) {
                    free -= 1L << blocks.bits(block);
                    for (int other : taken) {
                        assertTrue(areApart(block, other), "seed " + SEED + ", step " + step);
                    }
                    taken.add(block);
                }
            } else {
                int block = taken.remove(random.nextInt(taken.size()));
                free += 1L << blocks.bits(block);
                blocks.giveBack(block);
            }
            assertEquals((1L << BITS) - free, blocks.usedBytes(), "seed " + SEED + ", step " + step);
        }
        taken.forEach(blocks::giveBack);
        assertNotEquals(Blocks.NONE, blocks.take(1L << BITS), "seed " + SEED);
    }

    private boolean areApart(int one, int other) {
        return blocks.offset(one) + (1L << blocks.bits(one)) <= blocks.offset(other) || blocks.offset(other) + (1L << blocks.bits(other)) <= blocks.offset(one);
    }

    /** Knows which slots have untyped memory, and takes no operation that the real one would refuse. */
    private static final class Kernel extends KernelStandIn {

        final Set<Integer> untyped = new HashSet<>(Set.of(WHOLE));

        @Override
        public void systemCall(long number, long capability, long reply, MessageRegisters message) {
            switch (Invocation.values()[new Tag(message.tag).label()]) {
                case UNTYPED_RETYPE -> {
                    assertEquals(ObjectType.UNTYPED.ordinal(), message.word0);
                    assertTrue(untyped.contains((int) capability), "what is divided is there");
                    for (int slot = (int) message.word3; slot < message.word3 + message.word4; slot++) {
                        assertTrue(untyped.add(slot), "slots are empty");
                    }
                }
                case CNODE_INSPECT -> {
                    assertTrue(untyped.contains((int) message.word0), "what is looked at is there");
                    int block = message.word0 == WHOLE ? 1 : (int) message.word0 - FIRST_SLOT;
                    message.word4 = 1L << BITS - (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(block));
                }
                case CNODE_REVOKE -> assertTrue(untyped.contains((int) message.word0), "what is given back is there");
                case CNODE_DELETE -> assertTrue(untyped.remove((int) message.word0), "what is joined is there");
                default -> throw new IllegalStateException();
            }
            message.tag = Tag.of(0, 0).bits();
        }
    }
}
