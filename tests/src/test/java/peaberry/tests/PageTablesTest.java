package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page tables that the processor really has, as QEMU's monitor lists them, while the system waits at its prompt. */
class PageTablesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^([0-9a-f]{16}): ([0-9a-f]{16}) ([XGPDACTUW-]{9})\\r?$");
    private static final long LAST_LOWER_PAGE = 0x7FFF_FFFF_F000L;

    @TempDir
    private Path folder;

    /** A page, of 4 KiB or 2 MiB, and QEMU's letters for what may be done with it: X is "never executed". */
    private record Page(long address, long frame, String flags) {

        static Page of(MatchResult row) {
            return new Page(Long.parseUnsignedLong(row.group(1), 16), Long.parseUnsignedLong(row.group(2), 16), row.group(3));
        }

        boolean writable() {
            return flags.contains("W");
        }

        boolean executable() {
            return !flags.contains("X");
        }

        boolean users() {
            return flags.contains("U");
        }

        boolean upperHalf() {
            return address < 0;
        }

        boolean shows(long other) {
            return frame <= other && other < frame + (flags.contains("P") ? 2 << 20 : 4 << 10);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "PC", "MICROVM"})
    void noPageIsBothWritableAndExecutableOrBothUsersAndKernels(Machine machine) throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        List<Page> pages;
        try (ConsoleSession _ = ConsoleSession.atPrompt(machine, "--qemu-arg", "-monitor",
                "--qemu-arg", "unix:" + monitor + ",server=on,wait=off")) {
            pages = ROW.matcher(Monitor.ask(monitor, "info tlb")).results().map(Page::of).toList();
        }
        List<Page> kernelCode = pages.stream().filter(page -> page.upperHalf() && page.executable()).toList();
        assertFalse(kernelCode.isEmpty());
        assertTrue(pages.stream().anyMatch(Page::users));
        assertNone(pages.stream().filter(page -> page.writable() && page.executable()).toList());
        assertNone(pages.stream().filter(page -> page.users() == page.upperHalf()).toList());
        assertNone(pages.stream().filter(page -> page.address() == 0 || page.address() == LAST_LOWER_PAGE).toList());
        assertNone(pages.stream().filter(page -> page.writable() && kernelCode.stream().anyMatch(code -> page.shows(code.frame()))).toList());
    }

    private static void assertNone(List<Page> pages) {
        assertEquals(List.of(), pages);
    }
}
