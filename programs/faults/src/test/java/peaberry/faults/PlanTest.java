package peaberry.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import peaberry.faults.code.FaultType;
import peaberry.faults.code.ProgramCode;

class PlanTest {

    private static final int DATA_BYTES = 64;
    private static final int FAULTS = 500;

    private final ProgramCode code = new ProgramCode();

    /** Each kind of fault can happen somewhere in it, though a message can be corrupted in one place only. */
    PlanTest() {
        byte[] bytes = HexFormat.of().parseHex("554889e583f80a74058b470889c7e8000000004889de31f6be03700200" + "4531ed4889ef0f055dc3");
        code.add(bytes, bytes.length);
        code.decode();
        assertEquals(0, code.undecodable());
    }

    private String plan(long seed) {
        Plan plan = new Plan();
        plan.start(seed);
        StringBuilder faults = new StringBuilder();
        for (int i = 0; i < FAULTS; i++) {
            assertTrue(plan.next(code, DATA_BYTES));
            faults.append(plan.type()).append(' ').append(plan.offset()).append(' ')
                    .append(HexFormat.of().formatHex(plan.bytes(), 0, plan.count())).append('\n');
        }
        return faults.toString();
    }

    @Test
    void theSameSeedMakesTheSamePlan() {
        assertEquals(plan(42), plan(42));
        assertNotEquals(plan(42), plan(43));
    }

    @Test
    void everyKindOfFaultIsPlanned() {
        String faults = plan(7);
        Set<FaultType> missing = EnumSet.allOf(FaultType.class);
        missing.removeIf(type -> faults.contains(type + " "));
        assertEquals(Set.of(), missing);
    }

    @Test
    void nothingOutsideOfCodeAndDataIsPlanned() {
        Plan plan = new Plan();
        plan.start(3);
        for (int i = 0; i < FAULTS; i++) {
            plan.next(code, DATA_BYTES);
            long end = plan.type() == FaultType.DATA ? DATA_BYTES : code.bytes();
            assertTrue(plan.offset() >= 0 && plan.count() > 0 && plan.offset() + plan.count() <= end);
        }
    }
}
