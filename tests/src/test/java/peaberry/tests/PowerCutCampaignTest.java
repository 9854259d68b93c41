package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./peaberry powercut}: whenever the power goes, what was synced is there. An odd seed makes a disk of small blocks, an even one of large ones. */
class PowerCutCampaignTest {

    private static final int IMAGES = 150;

    @ParameterizedTest
    @ValueSource(ints = {20261127, 20261128})
    void nothingThatWasSyncedIsLost(int seed) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("powercut", "--images", String.valueOf(IMAGES), "--seed", String.valueOf(seed))) {
            session.hangUp();
            String said = session.output();
            assertEquals(0, session.status(), said + session.errors());
            assertTrue(said.matches("(?s)POWERCUT seed " + seed + ", writes \\d{4,}, flushes \\d{3,}, syncs 24\nPOWERCUT disks " + IMAGES + ", each as it must be.*"), said);
        }
    }
}
