package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keyboard and screen of a machine under QEMU, whose monitor presses keys and looks at what the screen shows. There are no fixed waits. */
final class PcScreen {

    private static final int COLUMNS = 80;
    private static final int ROWS = 25;
    private static final String MEMORY = "0xb8000";
    private static final int CELL_BYTES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Milliseconds for which a key is held down. */
    private static final int HELD = 5;
    /** Bit 0 of the status says that there is something. */
    private static final Pattern CONTROLLER_EMPTY = Pattern.compile("= 0x[0-9a-f][02468ace]");
    private static final String SHIFTED_DIGITS = ")!@#$%^&*(";

    private final Path folder;
    private final Path monitor;
    private String line = "";

    /** @param folder for what the monitor writes */
    PcScreen(Path folder) {
        this.folder = folder;
        monitor = folder.resolve("monitor");
    }

    /** What {@code ./peaberry run} needs. @param vga the kind of screen, as QEMU calls it */
    List<String> options(String vga) {
        return List.of("--qemu-arg", "-vga", "--qemu-arg", vga, "--qemu-arg", "-monitor", "--qemu-arg", "unix:" + monitor + ",server=on,wait=off");
    }

    /** Presses keys, by their names at the monitor, each when what the keyboard said of the one before is read: it has not much room. */
    void press(String... keys) throws IOException {
        for (String key : keys) {
            Monitor.ask(monitor, "sendkey " + key + " " + HELD);
            awaitReader();
        }
    }

    /** Waits until the keyboard's controller has nothing to read. */
    private void awaitReader() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!CONTROLLER_EMPTY.matcher(Monitor.ask(monitor, "i /b 0x64")).find()) {
            assertTrue(System.nanoTime() < end, "nobody reads the keyboard");
        }
    }

    /** Types at the shell's prompt, each key when the one before is seen, and then Enter. @param command lower case letters, digits, and a few others */
    void enter(String command) throws IOException {
        line = ConsoleSession.PROMPT;
        for (char character : command.toCharArray()) {
            press(key(character));
            line += character;
            String typed = line.stripTrailing();
            await(text -> text.endsWith(typed), typed);
        }
        press("ret");
    }

    /** Types a line without looking at what is shown of it, and then Enter. @param line lower case letters, digits, and a few others */
    void type(String line) throws IOException {
        for (char character : line.toCharArray()) {
            press(key(character));
        }
        press("ret");
    }

    private static String key(char character) {
        int digit = SHIFTED_DIGITS.indexOf(character);
        return character == ' ' ? "spc" : digit >= 0 ? "shift-" + digit : String.valueOf(character);
    }

    /** Waits until the screen shows a prompt on its last line. */
    void awaitPrompt() throws IOException {
        await(text -> text.endsWith("\n" + ConsoleSession.PROMPT.strip()) || text.equals(ConsoleSession.PROMPT.strip()), "a prompt");
    }

    /** Waits until the screen shows that. */
    void await(Predicate<String> wanted, String what) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String text = text();
        while (!wanted.test(text)) {
            if (System.nanoTime() > end) {
                fail("the screen did not show " + what + ", but\n" + text);
            }
            text = text();
        }
    }

    /** The rows that the screen's memory has, without blanks at their ends and empty rows at the end. */
    String text() throws IOException {
        Path file = folder.resolve("text");
        Monitor.ask(monitor, "pmemsave " + MEMORY + " " + ROWS * COLUMNS * CELL_BYTES + " \"" + file + "\"");
        byte[] memory = Files.readAllBytes(file);
        return IntStream.range(0, ROWS).mapToObj(row -> row(memory, row)).collect(Collectors.joining("\n")).stripTrailing();
    }

    private static String row(byte[] memory, int row) {
        byte[] characters = new byte[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            characters[column] = memory[(row * COLUMNS + column) * CELL_BYTES];
        }
        return new String(characters, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** What can be seen, the cursor in one of its two phases. */
    BufferedImage picture() throws IOException {
        Path file = folder.resolve("picture");
        Monitor.ask(monitor, "screendump \"" + file + "\"");
        return ofPortablePixmap(Files.readAllBytes(file));
    }

    /** Reads what Netpbm calls PPM, raw: a few numbers in ASCII, then three bytes for each pixel. */
    private static BufferedImage ofPortablePixmap(byte[] file) {
        Scanner header = new Scanner(new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1)).useDelimiter("\\s");
        String magic = header.next();
        int width = header.nextInt();
        int height = header.nextInt();
        int pixels = (magic + " " + width + " " + height + " " + header.next() + " ").length();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < width * height; pixel++) {
            int at = pixels + 3 * pixel;
            image.setRGB(pixel % width, pixel / width, (file[at] & 0xFF) << 16 | (file[at + 1] & 0xFF) << 8 | file[at + 2] & 0xFF);
        }
        return image;
    }
}
