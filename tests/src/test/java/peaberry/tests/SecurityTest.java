package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/security.md says of the processor's set-up and of the kernel's code. */
class SecurityTest {

    /** Bits of control registers: Intel SDM volume 3, 2.5. */
    private static final long CR0_TASK_SWITCHED = 1 << 3;
    private static final long CR0_EMULATION = 1 << 2;
    private static final long CR0_WRITE_PROTECT = 1 << 16;
    private static final long CR0_ALIGNMENT_MASK = 1 << 18;
    private static final long CR4_PERFORMANCE_COUNTERS = 1 << 8;
    private static final Map<String, Long> CR4 = Map.of("UMIP", 1L << 11, "FSGSBASE", 1L << 16, "OSXSAVE", 1L << 18, "SMEP", 1L << 20, "SMAP", 1L << 21);
    private static final long EFER_NO_EXECUTE = 1 << 11;

    /** What software emulation offers without a warning. */
    private static final String EMULATED = "Haswell-noTSX,+smap,+umip,-pcid,-x2apic,-tsc-deadline,-invpcid";

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

    private static String[] processor(String features, Path monitor) {
        return new String[] {"--qemu-arg", "-cpu", "--qemu-arg", EMULATED + features,
            "--qemu-arg", "-monitor", "--qemu-arg", "unix:" + monitor + ",server=on,wait=off"};
    }

    /** Whatever of it the processor lacks. */
    @ParameterizedTest
    @CsvSource({"'', UMIP FSGSBASE OSXSAVE SMEP SMAP", "'-fsgsbase', UMIP OSXSAVE SMEP SMAP", "'-smap,-umip', FSGSBASE OSXSAVE SMEP",
        "'-smep', UMIP FSGSBASE OSXSAVE SMAP", "'-avx,-avx2,-fma,-f16c', UMIP FSGSBASE OSXSAVE SMEP SMAP",
        "'-xsave,-xsaveopt,-avx,-avx2,-fma,-f16c', UMIP FSGSBASE SMEP SMAP"})
    void whatTheProcessorHasIsOn(String missing, String there) throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, processor(missing.isEmpty() ? "" : "," + missing, monitor))) {
            String registers = Monitor.ask(monitor, "info registers");
            long cr0 = register(registers, "CR0");
            boolean hasVectors = there.contains("OSXSAVE");
            assertEquals(CR0_WRITE_PROTECT | (hasVectors ? CR0_TASK_SWITCHED : CR0_EMULATION),
                    cr0 & (CR0_WRITE_PROTECT | CR0_TASK_SWITCHED | CR0_EMULATION | CR0_ALIGNMENT_MASK));
            long cr4 = register(registers, "CR4");
            assertEquals(Set.of(there.split(" ")), CR4.keySet().stream().filter(name -> (cr4 & CR4.get(name)) != 0).collect(Collectors.toSet()));
            assertEquals(0, cr4 & CR4_PERFORMANCE_COUNTERS);
            assertTrue((register(registers, "EFER") & EFER_NO_EXECUTE) != 0);
            assertEquals("42\r\n", session.enter("calc 6*7"));
        }
    }

    private static long register(String registers, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=([0-9a-f]+)").matcher(registers);
        assertTrue(value.find(), registers);
        return Long.parseUnsignedLong(value.group(1), 16);
    }
}
