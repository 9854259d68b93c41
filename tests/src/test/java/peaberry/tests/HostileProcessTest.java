package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that does its worst to the processor's state and then fails is started again until root gives it up. The kernel goes on. */
class HostileProcessTest {

    /** What the process does instead of its program. */
    enum Code {

        /** xorps %xmm0, %xmm0; hlt. */
        VECTORS_THEN_A_PRIVILEGED_INSTRUCTION("0F57C0 F4"),
        /** pushf; or AC, NT and DF to it; popf; ud2. */
        FLAGS_THEN_AN_INVALID_INSTRUCTION("9C 810C2400440400 9D 0F0B"),
        /** pushf; or TF to it; popf; nop. */
        A_SINGLE_STEP("9C 810C2400010000 9D 90"),
        /** mov into the kernel's text, %rsp; int3. */
        THE_KERNELS_STACK_THEN_A_BREAKPOINT("48C7C400002080 CC"),
        /** mov to the direct map, %rax; wrgsbase %rax; mov %gs:0, %rax. */
        A_BASE_IN_THE_KERNEL("48B80000000000 80FFFF F3480FAED8 65488B042500000000"),
        /** mov $1 << 47, %rax; jmp *%rax. */
        A_JUMP_BETWEEN_THE_HALVES("48B800000000 00800000 FFE0"),
        /** mov $7, %eax; mov %eax, %ds. */
        A_SEGMENT_OF_THE_LOCAL_TABLE("B807000000 8ED8");

        private final String instructions;

        Code(String instructions) {
            this.instructions = instructions;
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(instructions.replace(" ", ""));
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isGivenUpAndTheRestGoesOn(Code code) throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        byte[] program = BootFiles.withCode(BootFiles.program("shell"), code.bytes());
        List<String> options = new ArrayList<>(List.of(BootFiles.bootingFrom(folder, BootFiles.archiveWith(Map.of("shell", program)))));
        options.addAll(List.of("--qemu-arg", "-monitor", "--qemu-arg", "unix:" + monitor + ",server=on,wait=off"));
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, options.toArray(String[]::new))) {
            session.expect("\r\nroot: shell is given up: ");
            session.expect("failures within a second");
            String status = Monitor.ask(monitor, "info status");
            assertTrue(status.contains("VM status: running"), status);
        }
    }
}
