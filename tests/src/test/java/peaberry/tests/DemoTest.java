package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code ./peaberry demo} shows what it says. */
class DemoTest {

    @Test
    void eachSceneShowsWhatItIsAbout() throws IOException, InterruptedException {
        try (ConsoleSession demo = ConsoleSession.command("demo", "--yes")) {
            demo.hangUp();
            for (String shown : List.of("confined by the IOMMU", "disk was restarted\ndisk was restarted\n", "the same\n", "attacker: its device was stopped when it wrote at 0x100000\n",
                    "cat: secret.txt: not permitted: no such file was given\n", "was not allowed read:/secret.txt\n", "SystemCalls.java:", "That was it.")) {
                demo.expect(shown);
            }
            assertEquals(0, demo.status());
            assertTrue(demo.errors().lines().noneMatch(line -> line.startsWith("peaberry: ") && line.contains("demonstration")));
        }
    }
}
