package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaberry.kernel.explore.CodeChange;
import peaberry.kernel.explore.Finding;
import peaberry.kernel.explore.KernelLoader;

/** Exploring finds each of the mistakes made on purpose, and by the invariant that it breaks. */
class SeededBugTest {

    private static final int MOST_STATES = 50_000;

    @ParameterizedTest
    @EnumSource
    void theExplorerFinds(SeededBug bug) {
        CodeChange change = bug.change();
        Finding finding = new KernelLoader(change::apply).call(Configuration.class, "explore", bug.configuration.name(), MOST_STATES);
        assertTrue(change.wasMade(), "the instruction to change is not there any more");
        assertEquals(bug.foundBy.name(), finding.invariant(), finding::toString);
    }

    @Test
    void everyInvariantFindsSomeBug() {
        Set<Invariant> missing = EnumSet.allOf(Invariant.class);
        for (SeededBug bug : SeededBug.values()) {
            missing.remove(bug.foundBy);
        }
        assertEquals(Set.of(), missing);
    }
}
