package peaberry.machine.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InterruptControllerTest {

    private static final int LINE = 4;

    private final InterruptController controller = new InterruptController();

    @Test
    void deliversNothingWhileMasked() {
        controller.set(LINE, true);
        assertEquals(-1, controller.take());
    }

    @Test
    void remembersAnEdgeThatCameWhileMasked() {
        controller.set(LINE, true);
        controller.set(LINE, false);
        controller.unmask(LINE);
        assertEquals(LINE, controller.take());
    }

    @Test
    void aDeliveredLineIsMaskedAndItsLevelAloneDeliversNothing() {
        controller.unmask(LINE);
        controller.set(LINE, true);
        assertEquals(LINE, controller.take());
        controller.unmask(LINE);
        controller.set(LINE, true);
        assertEquals(-1, controller.take());
    }

    @Test
    void aNewEdgeIsDeliveredWhenUnmaskedAgain() {
        controller.unmask(LINE);
        controller.set(LINE, true);
        controller.take();
        controller.set(LINE, false);
        controller.set(LINE, true);
        assertEquals(-1, controller.take());
        controller.unmask(LINE);
        assertEquals(LINE, controller.take());
    }

    @Test
    void theLowestLineComesFirst() {
        for (int line : new int[] {7, 2, 9}) {
            controller.unmask(line);
            controller.set(line, true);
        }
        assertEquals(2, controller.take());
        assertEquals(7, controller.take());
        assertEquals(9, controller.take());
    }

    @Test
    void waitingEndsWithADeliverableLineAWakeOrTheTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            controller.await(1000);
            controller.wake();
            controller.await(Long.MAX_VALUE);
            controller.unmask(LINE);
            Thread device = new Thread(() -> controller.set(LINE, true));
            device.start();
            controller.await(Long.MAX_VALUE);
            device.join();
        });
        assertEquals(LINE, controller.take());
    }
}
