package peaberry.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaberry.runtime.ProgramSlots;
import peaberry.system.SystemControl;

class ManifestTest {

    static List<List<ProcessPlan>> systems() {
        return List.of(List.of(Manifest.NORMAL), List.of(Manifest.MEASURING), List.of(Manifest.TESTING), List.of(Manifest.FUZZING));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void whoIsUsedByAnotherIsThereAndServes(List<ProcessPlan> plans) {
        Set<String> servers = plans.stream()
                .filter(plan -> Arrays.stream(plan.grants()).anyMatch(grant -> grant.kind() == Grant.Kind.SERVICE))
                .map(ProcessPlan::name).collect(Collectors.toSet());
        servers.add(Manifest.ROOT);
        for (ProcessPlan plan : plans) {
            for (Grant grant : plan.grants()) {
                assertTrue(grant.target().isEmpty() || servers.contains(grant.target()), plan.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aServerIsMoreUrgentThanItsClientsUnlessItIsMeasured(List<ProcessPlan> plans) {
        for (ProcessPlan plan : plans) {
            for (Grant grant : plan.grants()) {
                plans.stream().filter(server -> server.name().equals(grant.target())).forEach(server ->
                        assertTrue(server.priority() > plan.priority() || server.name().equals("echo"), plan.name()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void everySlotIsGivenOnceAndExists(List<ProcessPlan> plans) {
        for (ProcessPlan plan : plans) {
            Set<Integer> slots = new HashSet<>();
            for (Grant grant : plan.grants()) {
                int count = switch (grant.kind()) {
                    case REPLIES -> grant.first();
                    case SELF -> ProgramSlots.OWN_THREAD - ProgramSlots.OWN_CNODE + 1;
                    case CONTROLS -> 2;
                    default -> 1;
                };
                for (int slot = grant.slot(); slot < grant.slot() + count; slot++) {
                    assertTrue(slots.add(slot) && slot > 0 && slot < 1 << plan.tableBits(), plan.name());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void namesAreDifferentAndFitIntoMessages(List<ProcessPlan> plans) {
        assertEquals(plans.size(), plans.stream().map(ProcessPlan::name).distinct().count());
        for (ProcessPlan plan : plans) {
            assertTrue(plan.name().length() <= SystemControl.MAX_NAME && !plan.name().equals(Manifest.ROOT));
        }
    }
}
