package peaberry.powercut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import peaberry.churn.Workload;
import peaberry.powercut.ExpectedTree.Change;

/** What is there must have been there at one time, as a whole. */
class ComparisonTest {

    private static final long SEED = 3;
    private static final List<Change> CHANGES = ExpectedTree.changes(SEED);
    private static final int SYNCED = 200;

    private static ExpectedTree after(int operations) {
        ExpectedTree tree = new ExpectedTree();
        for (int i = 0; i < operations; i++) {
            tree.apply(CHANGES.get(i));
        }
        return tree;
    }

    private static Set<String> compare(Map<String, byte[]> found) {
        return Comparison.of(found, after(SYNCED), CHANGES, SYNCED + 100);
    }

    @Test
    void whatWasThereAfterASyncOrLaterIsWell() {
        for (int operations = SYNCED; operations <= SYNCED + 100; operations++) {
            assertEquals(Set.of(), compare(after(operations).contents()));
        }
    }

    @Test
    void whatWasThereBeforeOrIsToComeIsNot() {
        assertEquals(false, compare(after(SYNCED - 1).contents()).isEmpty());
        assertEquals(false, compare(after(SYNCED + 101).contents()).isEmpty());
    }

    /** The operation after the last one that is there must not be there in part. */
    @Test
    void aMixtureOfTwoTimesIsNot() {
        Map<String, byte[]> found = new HashMap<>(after(SYNCED + 50).contents());
        CHANGES.get(SYNCED + 70).after().forEach(found::put);
        found.values().removeIf(bytes -> bytes == null);
        assertEquals(false, compare(found).isEmpty());
    }

    /** Of the operation after the last one that is there as a whole: its first bytes, and no others. */
    @Test
    void bytesThatAreAddedMayBeThereInPart() {
        int index = 0;
        while (CHANGES.get(index).added() < 2_000 || before(index).length == 0) {
            index++;
        }
        byte[] all = CHANGES.get(index).after().get(path(index));
        byte[] part = Arrays.copyOf(all, all.length - 1_000);
        assertEquals(Set.of(), compare(index, part));
        part[part.length - 1] ^= 1;
        assertEquals(Set.of(path(index)), compare(index, part));
        assertEquals(Set.of(path(index)), compare(index, Arrays.copyOf(all, before(index).length - 1)));
    }

    private static String path(int index) {
        return CHANGES.get(index).after().keySet().iterator().next();
    }

    private static byte[] before(int index) {
        return after(index).contents().get(path(index));
    }

    /** With other bytes in place of those that an operation adds. */
    private static Set<String> compare(int index, byte[] bytes) {
        Map<String, byte[]> found = new HashMap<>(after(index).contents());
        found.put(path(index), bytes);
        return Comparison.of(found, after(index), CHANGES, index + 1);
    }

    @Test
    void aByteIsMissed() {
        int many = 5 * SYNCED;
        Map<String, byte[]> found = new HashMap<>(after(many).contents());
        String path = found.entrySet().stream().filter(entry -> entry.getValue().length > 5).map(Map.Entry::getKey).sorted().findFirst().orElseThrow();
        byte[] other = found.get(path).clone();
        other[3] ^= 1;
        found.put(path, other);
        assertEquals(true, Comparison.of(found, after(many), CHANGES, many).contains(path));
    }

    @Test
    void theWorkloadHasAllKinds() {
        Set<Workload.Kind> kinds = new HashSet<>();
        Workload workload = new Workload().start(SEED);
        int most = 0;
        int entries = 0;
        while (workload.next()) {
            kinds.add(workload.kind());
            entries += workload.directory() != Workload.MANY ? 0 : workload.kind() == Workload.Kind.CREATE ? 1 : workload.kind() == Workload.Kind.REMOVE ? -1 : 0;
            most = Math.max(most, entries);
        }
        assertEquals(Set.of(Workload.Kind.values()), kinds);
        assertEquals(Workload.ENTRIES, most);
    }
}
