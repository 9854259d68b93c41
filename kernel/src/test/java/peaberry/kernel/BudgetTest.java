package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was used comes back a period after its use began, and never earlier. */
class BudgetTest {

    private static final long SEED = 11;
    private static final long AMOUNT = 200;
    private static final long PERIOD = 1_000;
    private static final long GRAIN = PERIOD / 8;
    private static final int USES = 5_000;

    private record Use(long start, long ticks) {
    }

    private final Budget budget = new Budget();

    @BeforeEach
    void start() {
        budget.settle();
        budget.set(AMOUNT, PERIOD);
    }

    @Test
    void allOfItIsThereAtFirst() {
        assertEquals(AMOUNT, budget.left());
        assertFalse(budget.isUsedUp());
        assertFalse(budget.isRefillPending());
    }

    @Test
    void whatWasUsedComesBackAPeriodLaterAndAnEighthAtMost() {
        budget.use(AMOUNT, 40);
        assertTrue(budget.isUsedUp());
        assertTrue(budget.nextRefill() >= 40 + PERIOD && budget.nextRefill() <= 40 + PERIOD + GRAIN);
        budget.refill(budget.nextRefill() - 1);
        assertEquals(0, budget.left());
        budget.refill(budget.nextRefill());
        assertEquals(AMOUNT, budget.left());
        assertFalse(budget.isRefillPending());
    }

    @Test
    void useBeyondTheBudgetIsADebt() {
        budget.use(AMOUNT + 30, 0);
        assertEquals(-30, budget.left());
        budget.refill(PERIOD + GRAIN);
        assertEquals(AMOUNT, budget.left());
    }

    @Test
    void aBudgetOfTheWholePeriodIsNeverUsedUp() {
        budget.set(PERIOD, PERIOD);
        budget.use(2 * PERIOD, 0);
        assertFalse(budget.isUsedUp());
        assertFalse(budget.isRefillPending());
        budget.startTurn();
        assertEquals(PERIOD, budget.left());
    }

    /** The guarantee to everybody else: however a thread spreads its use, no period sees more of it than the budget. */
    @Test
    void noPeriodSeesMoreThanTheBudget() {
        Random random = new Random(SEED);
        List<Use> uses = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < USES; i++) {
            now += random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(3);
            budget.refill(now);
            if (budget.isUsedUp()) {
                now = Math.max(now, budget.nextRefill());
                budget.refill(now);
            }
            long ticks = Math.min(budget.left(), 1 + random.nextInt(60));
            budget.use(ticks, now);
            uses.add(new Use(now, ticks));
            now += ticks;
        }
        for (int first = 0; first < uses.size(); first++) {
            long begin = uses.get(first).start;
            long used = 0;
            for (int i = first; i < uses.size() && uses.get(i).start + uses.get(i).ticks <= begin + PERIOD; i++) {
                used += uses.get(i).ticks;
            }
            assertTrue(used <= AMOUNT, used + " ticks from " + begin + " on");
        }
    }
}
