package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.link.ElfFile;

/** A non-maskable interrupt is counted; whoever it came upon goes on. */
class NonMaskableInterruptTest {

    private static final Pattern WORD = Pattern.compile("(?m)^[0-9a-f]{16}: 0x([0-9a-f]{8})\\r?$");
    private static final int INTERRUPTS = 20;

    @TempDir
    private Path folder;

    @Test
    void theSystemGoesOnAndTheKernelHasCounted() throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--qemu-arg", "-monitor",
                "--qemu-arg", "unix:" + monitor + ",server=on,wait=off")) {
            for (int i = 0; i < INTERRUPTS; i++) {
                session.type("calc " + i + "+1" + ConsoleSession.ENTER);
                Monitor.ask(monitor, "nmi");
                session.expect("\n" + (i + 1) + "\r\n" + ConsoleSession.PROMPT);
            }
            String said = Monitor.ask(monitor, "x /1xw 0x" + Long.toHexString(symbol("nmi_count")));
            Matcher word = WORD.matcher(said);
            assertTrue(word.find(), said);
            assertEquals(INTERRUPTS, Integer.parseInt(word.group(1), 16));
            session.type("shutdown" + ConsoleSession.ENTER);
            assertEquals(0, session.status());
        }
    }

    private static long symbol(String name) throws IOException {
        return ElfFile.read(Repository.IMAGE.resolve("kernel.elf")).symbols().stream()
                .filter(symbol -> symbol.name().equals(name)).findFirst().orElseThrow().value();
    }
}
