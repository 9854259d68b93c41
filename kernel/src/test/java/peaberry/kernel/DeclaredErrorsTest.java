package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;

/**
 * Each invocation answers the errors that it declares, and no others. What it answers to all other tests is noted; this class
 * runs last (see junit-platform.properties) and looks whether something is missing.
 */
@Order(Integer.MAX_VALUE)
class DeclaredErrorsTest {

    private static final Map<Invocation, Set<KernelError>> ANSWERED = new EnumMap<>(Invocation.class);
    private static final int FEW_TESTS = 100_000;

    private static int answers;

    /** An invocation has been answered this. */
    static void note(Invocation invocation, KernelError error) {
        assertTrue(error == KernelError.NONE || invocation.operation().errors().contains(error), () -> invocation + " does not declare " + error);
        ANSWERED.computeIfAbsent(invocation, unseen -> EnumSet.noneOf(KernelError.class)).add(error);
        answers++;
    }

    @Test
    void eachDeclaredErrorIsAnsweredInSomeTest() {
        assumeTrue(answers > FEW_TESTS, "not all tests were run before this one");
        List<String> missing = new ArrayList<>();
        for (Invocation invocation : Invocation.values()) {
            Set<KernelError> unseen = EnumSet.noneOf(KernelError.class);
            unseen.addAll(invocation.operation().objectErrors());
            unseen.removeAll(ANSWERED.getOrDefault(invocation, Set.of()));
            unseen.forEach(error -> missing.add(invocation + " " + error));
        }
        assertEquals(List.of(), missing);
    }
}
