package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaberry.kernel.explore.Finding;
import peaberry.kernel.explore.KernelLoader;

/**
 * Explores small configurations breadth first: every order of every system call, with interrupts, the timer and faults between
 * them. What must hold in every state, and of every step, is in {@link Invariant}.
 *
 * <p>With {@code -Dpeaberry.full=true} it goes on to millions of states.
 */
class ExplorationTest {

    private static final boolean FULL = Boolean.getBoolean("peaberry.full");
    private static final int FEWEST = FULL ? 5_000_000 : 500_000;
    private static int explored;
    private static int configurations;

    @ParameterizedTest
    @EnumSource
    void allInvariantsHold(Configuration configuration) {
        int most = FULL ? configuration.manyStates : configuration.fewStates;
        Finding finding = explore("explore", configuration, most);
        System.out.println(configuration + ": " + finding);
        assertTrue(finding.isClean(), finding::toString);
        assertTrue(finding.isComplete() || finding.states() >= most, finding::toString);
        explored += finding.states();
        configurations++;
    }

    @AfterAll
    static void manyStatesWereExplored() {
        if (configurations == Configuration.values().length) {
            System.out.printf("%,d states in all%n", explored);
            assertTrue(explored >= FEWEST, "only " + explored);
        }
    }

    /** Registers that a system call overwrites, and the like: were any of them read, there would be other states. */
    @ParameterizedTest
    @EnumSource(names = {"TWO_THREADS", "GRANTS", "INTERRUPTS"})
    void whatIsLeftOutOfTheStateMakesNoDifference(Configuration configuration) {
        int most = 4_000;
        Finding plain = explore("explore", configuration, most);
        Finding filled = explore("exploreWithRubbish", configuration, most);
        assertTrue(filled.isClean(), filled::toString);
        assertEquals(plain.states(), filled.states());
        assertEquals(plain.transitions(), filled.transitions());
    }

    private static Finding explore(String method, Configuration configuration, int most) {
        return new KernelLoader((name, bytes) -> bytes).call(Configuration.class, method, configuration.name(), most);
    }
}
