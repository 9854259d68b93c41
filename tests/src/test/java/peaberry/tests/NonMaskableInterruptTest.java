package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.compiler.link.ElfFile;

/** A non-maskable interrupt is counted; whoever it came upon goes on, whatever its registers are. */
class NonMaskableInterruptTest {

    private static final int INTERRUPTS = 20;
    /** Where vector 2 is entered: each has 16 bytes. */
    private static final int NMI_ENTRY = 2 * 16;
    /** That are made afterwards. */
    private static final int SYSTEM_CALLS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** mov $0xFFFF_8123_4567_8000, %rax; wrgsbase %rax; vpcmpeqd %ymm0, %ymm0, %ymm0; again: jmp again. */
    private static final String SPINNING = "48B80080674523 81FFFF F3480FAED8 C5FD76C0 EBFE";
    /** What QEMU's {@code info registers} shows of it. */
    private static final Pattern IN_THE_PROGRAM = Pattern.compile("(?s)CPL=3 .*GS =0000 ffff812345678000 .*YMM00=f{16} f{16} f{16} f{16}");

    @TempDir
    private Path folder;

    @Test
    void theSystemGoesOnAndTheKernelHasCounted() throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--qemu-arg", "-monitor",
                "--qemu-arg", "unix:" + monitor + ",server=on,wait=off")) {
            for (int i = 1; i <= INTERRUPTS; i++) {
                session.type("calc " + i + "+1" + ConsoleSession.ENTER);
                Monitor.ask(monitor, "nmi");
                awaitCount(monitor, i);
                session.expect("\n" + (i + 1) + "\r\n" + ConsoleSession.PROMPT);
            }
            session.type("shutdown" + ConsoleSession.ENTER);
            assertEquals(0, session.status());
        }
    }

    @Test
    void aProgramGoesOnWithItsOwnRegisters() throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        byte[] program = BootFiles.withCode(BootFiles.program("shell"), HexFormat.of().parseHex(SPINNING.replace(" ", "")));
        List<String> options = new ArrayList<>(List.of(BootFiles.bootingFrom(folder, BootFiles.archiveWith(Map.of("shell", program)))));
        options.addAll(List.of("--qemu-arg", "-monitor", "--qemu-arg", "unix:" + monitor + ",server=on,wait=off"));
        try (ConsoleSession _ = ConsoleSession.run(Machine.Q35, options.toArray(String[]::new))) {
            await(monitor, "info registers", IN_THE_PROGRAM);
            for (int i = 1; i <= INTERRUPTS; i++) {
                Monitor.ask(monitor, "nmi");
                awaitCount(monitor, i);
                await(monitor, "info registers", IN_THE_PROGRAM); // others run now and then, to give signs of life
            }
        }
    }

    /** There the stack pointer is still the program's, and no register has been saved. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theFirstInstructionsOfASystemCallAreNotDisturbed(int instructions) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("debug")) {
            session.type("hbreak *&system_call_entry\ncontinue\ndelete\n" + "stepi\n".repeat(instructions));
            session.type("monitor nmi\nhbreak *((char *) &trap_entries + " + NMI_ENTRY + ")\ncontinue\ndelete\n");
            session.type("hbreak *&system_call_entry\nignore $bpnum " + SYSTEM_CALLS + "\ncontinue\n");
            session.type("printf \"%d counted\\n\", *(int *) &nmi_count\nkill\nquit\n");
            String output = session.output();
            assertTrue(output.matches("(?s).*in trap_entries \\(\\).*in system_call_entry \\(\\).*1 counted.*"), output);
            assertEquals(0, session.status());
        }
    }

    /** One that comes while another is pending would be lost. */
    private static void awaitCount(Path monitor, int interrupts) throws IOException {
        await(monitor, "x /1dw 0x" + Long.toHexString(symbol("nmi_count")), Pattern.compile("(?m)^[0-9a-f]{16}:\\s+" + interrupts + "\\r?$"));
    }

    /** Asks until the answer is the right one. */
    private static void await(Path monitor, String question, Pattern right) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String answer = "";
        while (!right.matcher(answer).find()) {
            assertTrue(System.nanoTime() < end, answer);
            answer = Files.exists(monitor) ? Monitor.ask(monitor, question) : "";
        }
    }

    private static long symbol(String name) throws IOException {
        return ElfFile.read(Repository.IMAGE.resolve("kernel.elf")).symbols().stream()
                .filter(symbol -> symbol.name().equals(name)).findFirst().orElseThrow().value();
    }
}
