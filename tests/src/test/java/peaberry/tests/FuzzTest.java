package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A hostile program in the guest makes a million random system calls; neither the kernel nor its neighbours are hurt. */
class FuzzTest {

    private static final int REPORTS = 10;

    @Test
    void aMillionRandomSystemCallsHurtNobody() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("fuzz", "--yes")) {
            for (int i = 0; i < REPORTS; i++) {
                session.expect("the neighbours are well");
            }
            String output = session.output();
            assertTrue(output.contains("passed: 1000"), output);
            assertEquals(0, session.status());
        }
    }
}
