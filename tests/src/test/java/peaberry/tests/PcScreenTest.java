package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A second shell at a PC's keyboard and screen, in the system that docs/userland.md makes of the ordinary one. Run with
 * {@code -Dpeaberry.rewrite=true} to take its picture anew.
 */
class PcScreenTest {

    private static final Path PAGE = Repository.HOME.resolve("docs/userland.md");
    private static final Path PICTURE = Repository.HOME.resolve("docs/pictures/screen.png");
    private static final Pattern PROCESSES = Pattern.compile("(?s)```toml\n(\\[process\\.screen].*?)```");
    private static final Pattern RESTARTED = Pattern.compile("screen crashed and was restarted in (\\d+)\\.(\\d{3}) ms");
    private static final int MOST_MICROSECONDS = 50_000;
    private static final int MOST_LOOKS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path system;

    @TempDir
    private Path folder;
    private PcScreen screen;

    @BeforeAll
    static void declare() throws IOException {
        Matcher processes = PROCESSES.matcher(Repository.text(PAGE));
        assertTrue(processes.find());
        Files.writeString(system.resolve("system.toml"), Repository.text(Repository.HOME.resolve("image/system/minimal.toml")) + "\n" + processes.group(1));
    }

    @Test
    void theScreenShowsTheSameAfterItsDriverDied() throws Exception {
        try (ConsoleSession serial = start(Machine.Q35, "std")) {
            screen.awaitPrompt();
            screen.press("ctrl-l");
            screen.await(text -> text.equals("peaberry>"), "an empty page");
            screen.enter("caps screen");
            screen.awaitPrompt();
            screen.enter("calc 6*7");
            screen.awaitPrompt();
            String text = screen.text();
            assertTrue(text.contains("\n42\n"), text);
            assertPictureIsThatOfTheManual();
            String killed = serial.enter("kill screen");
            assertTrue(killed.startsWith("screen was killed"), killed);
            assertEquals(text, screen.text());
            assertPictureIsThatOfTheManual();
            screen.enter("echo here");
            screen.await(shown -> shown.equals(text + " echo here\nhere\npeaberry>"), "the next command");
        }
    }

    @Test
    void theLineIsEditedWithCursorKeys() throws Exception {
        try (ConsoleSession _ = start(Machine.Q35, "std")) {
            screen.awaitPrompt();
            screen.press("e", "c", "h", "o", "spc", "shift-b", "c", "home", "delete", "shift-e", "end", "left", "left", "backspace", "shift-minus", "ret");
            screen.await(text -> text.endsWith("\npeaberry> Echo_Bc\nEcho_Bc: no such command; try help\npeaberry>"), "the edited line");
            screen.press("up", "up", "x", "ctrl-c");
            screen.await(text -> text.endsWith("\npeaberry> Echo_Bcx^C\npeaberry>"), "the line before");
        }
    }

    @Test
    void noKeyIsLostWhenTheDriverDiesAfterEach() throws Exception {
        try (ConsoleSession serial = start(Machine.Q35, "std")) {
            screen.awaitPrompt();
            for (String key : List.of("e", "c", "h", "o")) {
                screen.press(key);
                serial.enter("kill screen");
            }
            screen.await(text -> text.endsWith("\npeaberry> echo"), "all keys");
        }
    }

    @Test
    void theShellThatWasMadeAnewGetsEveryKey() throws Exception {
        try (ConsoleSession serial = start(Machine.Q35, "std")) {
            screen.awaitPrompt();
            serial.enter("kill shell2");
            screen.await(text -> text.endsWith("\nThe shell was restarted; try faults\npeaberry>"), "the next shell");
            awaitReader(serial);
            screen.enter("calc 6*7");
            screen.await(text -> text.endsWith("\npeaberry> calc 6*7\n42\npeaberry>"), "its answer");
        }
    }

    /** A key that is pressed when nobody but a dead shell reads is lost with that: docs/notes/drivers.md. */
    private static void awaitReader(ConsoleSession serial) throws IOException, InterruptedException {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if (serial.enter("ps").matches("(?s).*\\nshell2 +waiting for reply .*")) {
                return;
            }
        }
        fail("the next shell does not read");
    }

    @Test
    void theDriverIsBackWithinFiftyMillisecondsOfVirtualTime() throws Exception {
        try (ConsoleSession _ = start(Machine.Q35, "std", "--icount")) {
            screen.awaitPrompt();
            screen.enter("crash screen");
            screen.awaitPrompt();
            Matcher restarted = RESTARTED.matcher(screen.text());
            assertTrue(restarted.find(), screen.text());
            int microseconds = Integer.parseInt(restarted.group(1) + restarted.group(2));
            assertTrue(microseconds < MOST_MICROSECONDS, microseconds + " microseconds");
        }
    }

    @Test
    void withoutAScreenTheKeyboardStillWorks() throws Exception {
        try (ConsoleSession serial = start(Machine.Q35, "none")) {
            screen.press("s", "h", "u", "t", "d", "o", "w", "n", "spc", "7", "ret");
            assertEquals(7, serial.status());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MICROVM", "JVM"})
    void withoutKeyboardAndScreenTheRestOfTheSystemRuns(Machine machine) throws Exception {
        try (ConsoleSession serial = ConsoleSession.atPrompt(machine, "--system", system.toString())) {
            assertEquals("42\r\n", serial.enter("calc 6*7"));
            serial.type("shutdown 3" + ConsoleSession.ENTER);
            assertEquals(3, serial.status());
        }
    }

    private ConsoleSession start(Machine machine, String vga, String... further) throws IOException, InterruptedException {
        screen = new PcScreen(folder);
        List<String> options = new ArrayList<>(screen.options(vga));
        options.addAll(List.of("--system", system.toString()));
        options.addAll(List.of(further));
        return ConsoleSession.atPrompt(machine, options.toArray(String[]::new));
    }

    /** Looks until the cursor's phase is the picture's: it blinks. */
    private void assertPictureIsThatOfTheManual() throws IOException {
        if (Boolean.getBoolean("peaberry.rewrite")) {
            Files.createDirectories(PICTURE.getParent());
            ImageIO.write(withCursor(), "png", PICTURE.toFile());
        }
        BufferedImage wanted = ImageIO.read(PICTURE.toFile());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Arrays.equals(pixels(wanted), pixels(screen.picture()))) {
            if (System.nanoTime() > end) {
                fail("the screen is not as in " + PICTURE + ", which -Dpeaberry.rewrite=true takes anew, but shows\n" + screen.text());
            }
        }
    }

    /** Of the two pictures that the blinking cursor makes, the brighter one. */
    private BufferedImage withCursor() throws IOException {
        BufferedImage first = screen.picture();
        BufferedImage other = screen.picture();
        while (brightness(first) == brightness(other)) {
            other = screen.picture();
        }
        return brightness(first) > brightness(other) ? first : other;
    }

    private static long brightness(BufferedImage image) {
        return Arrays.stream(pixels(image)).mapToLong(pixel -> pixel & 0xFF).sum();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
