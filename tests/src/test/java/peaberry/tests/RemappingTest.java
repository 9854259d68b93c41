package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The PC's IOMMU is switched on, as its status register tells QEMU's monitor. */
class RemappingTest {

    /** Global status register of QEMU's one unit: VT-d specification, 10.4.5. */
    private static final String ASK = "xp /1wx 0xfed9001c";
    private static final Pattern ANSWER = Pattern.compile("fed9001c: 0x([0-9a-f]{8})");
    private static final int TRANSLATION = 1 << 31;
    private static final int INTERRUPT_REMAPPING = 1 << 25;
    private static final int COMPATIBILITY_FORMAT = 1 << 23;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'intel-iommu,intremap=on', true", "'intel-iommu,intremap=off', false", "'intel-iommu,intremap=on,aw-bits=48', true",
        "'intel-iommu,intremap=on,caching-mode=on', true"
    })
    void devicesAreConfinedAndInterruptsCheckedWhereTheMachineCan(String unit, boolean remapsInterrupts)
            throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--qemu-arg", "-device", "--qemu-arg", unit,
                "--qemu-arg", "-monitor", "--qemu-arg", "unix:" + monitor + ",server=on,wait=off")) {
            Matcher answer = ANSWER.matcher(Monitor.ask(monitor, ASK));
            assertTrue(answer.find());
            int status = Integer.parseUnsignedInt(answer.group(1), 16);
            assertTrue((status & TRANSLATION) != 0);
            assertEquals(remapsInterrupts, (status & INTERRUPT_REMAPPING) != 0);
            assertEquals(0, status & COMPATIBILITY_FORMAT);
            assertEquals("42\r\n", session.enter("calc 6*7"));
        }
    }
}
