package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code ./peaberry demo} shows what it says, and the recording of it in the README shows the same but for times, sizes and the debugger's steps. Run with {@code -Dpeaberry.rewrite=true}
 * to record it anew.
 */
class DemoTest {

    private static final Path PICTURE = Repository.HOME.resolve("docs/pictures/demo.svg");

    @Test
    void eachSceneShowsWhatItIsAbout() throws IOException, InterruptedException {
        String output;
        try (ConsoleSession demo = ConsoleSession.command("demo", "--yes")) {
            demo.hangUp();
            output = demo.output();
            assertEquals(0, demo.status(), demo.errors());
        }
        int from = 0;
        for (String shown : List.of("confined by the IOMMU\n", "disk was restarted\ndisk was restarted\n", "\nthe same\n", "attacker: its device was stopped when it wrote at 0x100000\n",
                "cat: secret.txt: not permitted: no such file was given\n", "was not allowed read:/secret.txt\n", "SystemCalls.java:", "That was it.")) {
            int at = output.indexOf(shown, from);
            assertTrue(at >= 0, () -> shown + " is not in\n" + output);
            from = at;
        }
        String svg = new Recording(output).svg();
        if (Boolean.getBoolean("peaberry.rewrite")) {
            Files.writeString(PICTURE, svg);
        } else {
            assertEquals(masked(Recording.text(svg)), masked(Recording.text(Repository.text(PICTURE))));
        }
    }

    /** What the emulator's version decides, too: forged interrupts. */
    private static String masked(String transcript) {
        return transcript.replaceAll("(?s)\nforges interrupts: .*? made anew \\d times", "\nforges interrupts").replaceAll(" +\\d+\\.\\d{3} +\\d+ ", " TIME SIZE ").replaceAll("(?m)^    (at |\\w+\\.java:).*", "    STEP");
    }
}
