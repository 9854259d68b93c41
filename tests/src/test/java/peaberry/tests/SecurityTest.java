package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/security.md says of the processor's set-up and of the kernel's code. */
class SecurityTest {

    /** Bits of control registers: Intel SDM volume 3, 2.5. */
    private static final long CR0_TASK_SWITCHED = 1 << 3;
    private static final long CR0_EMULATION = 1 << 2;
    private static final long CR0_WRITE_PROTECT = 1 << 16;
    private static final long CR0_ALIGNMENT_MASK = 1 << 18;
    private static final long CR4_PERFORMANCE_COUNTERS = 1 << 8;
    private static final long CR4_UMIP = 1 << 11;
    private static final long CR4_FSGSBASE = 1 << 16;
    private static final long CR4_OSXSAVE = 1 << 18;
    private static final long CR4_SMEP = 1 << 20;
    private static final long CR4_SMAP = 1 << 21;
    private static final long EFER_NO_EXECUTE = 1 << 11;

    /** gdb's line of one instruction; the jump to the upper half at the start is in {@code long_mode}. */
    private static final Pattern INSTRUCTION = Pattern.compile("(?m)^\\s+0x[0-9a-f]+ <([^>]*)>:\\s+(\\S.*)$");
    private static final Pattern AT_THE_START = Pattern.compile("long_mode\\+.*");

    private static List<String> code;

    @TempDir
    private Path folder;

    @BeforeAll
    static void disassemble() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35)) {
            session.type("shutdown\n");
            assertEquals(0, session.status(), session.errors());
        }
        try (ConsoleSession gdb = ConsoleSession.of(List.of("gdb", "-batch", "-nx", "-ex", "set height 0",
                "-ex", "disassemble &kernel_image_start, &kernel_text_end", Repository.IMAGE.resolve("kernel.elf").toString()))) {
            Matcher lines = INSTRUCTION.matcher(gdb.output());
            code = lines.results().filter(line -> !AT_THE_START.matcher(line.group(1)).matches()).map(line -> line.group(2)).toList();
        }
        assertTrue(code.stream().anyMatch(instruction -> instruction.startsWith("sysret")), "the kernel's code was not found");
    }

    private static void assertNone(String pattern) {
        Pattern unwanted = Pattern.compile(pattern);
        assertEquals(List.of(), code.stream().filter(instruction -> unwanted.matcher(instruction).find()).toList());
    }

    @Test
    void theKernelHasNoIndirectBranch() {
        assertNone("^(notrack )?(jmp|call)\\S*\\s+\\*");
    }

    @Test
    void theKernelUsesNoSegmentBaseAndNeverSwapsThem() {
        assertNone("swapgs|%[fg]s:");
    }

    @Test
    void theKernelNeverLiftsSmap() {
        assertNone("^(stac|clac)");
    }

    @Test
    void theKernelUsesNoVectorRegister() {
        assertNone("%([xyz]mm|mm[0-7]|st\\b)");
    }

    @Test
    void whatTheProcessorHasIsOn() throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        try (ConsoleSession _ = ConsoleSession.atPrompt(Machine.Q35, "--qemu-arg", "-monitor",
                "--qemu-arg", "unix:" + monitor + ",server=on,wait=off")) {
            String registers = Monitor.ask(monitor, "info registers");
            long cr0 = register(registers, "CR0");
            long cr4 = register(registers, "CR4");
            assertEquals(CR0_WRITE_PROTECT | CR0_TASK_SWITCHED,
                    cr0 & (CR0_WRITE_PROTECT | CR0_TASK_SWITCHED | CR0_EMULATION | CR0_ALIGNMENT_MASK));
            long wanted = CR4_UMIP | CR4_FSGSBASE | CR4_OSXSAVE | CR4_SMEP | CR4_SMAP;
            assertEquals(wanted, cr4 & (wanted | CR4_PERFORMANCE_COUNTERS));
            assertFalse((register(registers, "EFER") & EFER_NO_EXECUTE) == 0);
        }
    }

    private static long register(String registers, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=([0-9a-f]+)").matcher(registers);
        assertTrue(value.find(), registers);
        return Long.parseUnsignedLong(value.group(1), 16);
    }
}
