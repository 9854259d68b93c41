package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reset leaves in the local descriptor table's register is 64 KiB at address 0. On a processor without SMAP a program
 * could put descriptors of its own there, a call gate into ring 0 among them.
 */
class DescriptorTableTest {

    private static final String WITHOUT_SMAP = "Haswell-noTSX,+umip,-pcid,-x2apic,-tsc-deadline,-invpcid";
    /** Selector, base and limit are 0, as QEMU's {@code info registers} prints them. */
    private static final Pattern EMPTY = Pattern.compile("LDT=0000 0{16} 0{8} ");

    @TempDir
    private Path folder;

    @Test
    void thereIsNoLocalDescriptorTable() throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        try (ConsoleSession _ = ConsoleSession.atPrompt(Machine.Q35, "--qemu-arg", "-cpu", "--qemu-arg", WITHOUT_SMAP,
                "--qemu-arg", "-monitor", "--qemu-arg", "unix:" + monitor + ",server=on,wait=off")) {
            String registers = Monitor.ask(monitor, "info registers");
            assertTrue(EMPTY.matcher(registers).find(), registers);
        }
    }
}
