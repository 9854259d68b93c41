package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Alarms ring in the order of their times, however they were set and cleared. */
class AlarmsTest {

    private static final long SEED = 7;
    private static final int MOST = 300;
    private static final int STEPS = 20_000;

    private final Alarms alarms = new Alarms();

    private static List<Alarm> fresh(int count) {
        List<Alarm> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new Alarm());
        }
        return made;
    }

    @Test
    void thereIsNoAlarmAtFirst() {
        assertNull(alarms.first());
        alarms.clear(new Alarm());
        assertNull(alarms.first());
    }

    @Test
    void anAlarmThatIsSetAnewRingsAtItsNewTime() {
        List<Alarm> two = fresh(2);
        alarms.set(two.get(0), 10);
        alarms.set(two.get(1), 20);
        alarms.set(two.get(0), 30);
        assertSame(two.get(1), alarms.first());
        alarms.clear(two.get(1));
        assertSame(two.get(0), alarms.first());
        assertEquals(30, alarms.first().time);
    }

    @Test
    void theEarliestIsAlwaysFirstAndPathsAreShort() {
        Random random = new Random(SEED);
        List<Alarm> all = fresh(MOST);
        for (int step = 0; step < STEPS; step++) {
            Alarm alarm = all.get(random.nextInt(MOST));
            if (random.nextInt(3) == 0) {
                alarms.clear(alarm);
                assertFalse(alarm.set);
            } else {
                alarms.set(alarm, random.nextInt(1_000));
            }
            List<Alarm> set = all.stream().filter(each -> each.set).sorted(Comparator.comparingLong(each -> each.time)).toList();
            assertEquals(set.isEmpty() ? -1 : set.getFirst().time, alarms.first() == null ? -1 : alarms.first().time);
            if (step % 100 == 0) {
                assertEquals(set.size(), count(alarms.first(), null));
            }
        }
    }

    @Test
    void allRingInTheOrderOfTheirTimes() {
        Random random = new Random(SEED);
        for (Alarm alarm : fresh(MOST)) {
            alarms.set(alarm, random.nextInt(100));
        }
        long last = -1;
        for (int rung = 0; rung < MOST; rung++) {
            Alarm first = alarms.first();
            assertTrue(first.time >= last);
            last = first.time;
            alarms.clear(first);
        }
        assertNull(alarms.first());
    }

    /** Checks the heap's invariant below a node. @return how many nodes there are */
    private static int count(Alarm node, Alarm parent) {
        if (node == null) {
            return 0;
        }
        assertSame(parent, node.parent);
        assertTrue(node.set);
        assertTrue(parent == null || parent.time <= node.time);
        int left = node.left == null ? 0 : node.left.rank;
        int right = node.right == null ? 0 : node.right.rank;
        assertTrue(left >= right);
        assertEquals(right + 1, node.rank);
        return 1 + count(node.left, node) + count(node.right, node);
    }
}
