package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code date} says of clocks that show another time than ours, or none. */
class ClockTest {

    @ParameterizedTest
    @EnumSource(names = {"Q35", "PC", "MICROVM"})
    void dateShowsWhatTheMachinesClockShows(Machine machine) throws IOException, InterruptedException {
        String date = date(machine, "--qemu-arg", "-rtc", "--qemu-arg", "base=2031-02-03T04:05:06");
        assertTrue(date.matches("2031-02-03 04:05:\\d\\d\r\n"), date);
    }

    @Test
    void withoutAClockDateSaysSo() throws IOException, InterruptedException {
        assertEquals("date: the machine has no clock that runs and knows the time\r\n",
                date(Machine.MICROVM, "--qemu-arg", "-machine", "--qemu-arg", "rtc=off"));
    }

    @Test
    void withoutAProcessForItDateSaysSo(@TempDir Path folder) throws IOException, InterruptedException {
        String declaration = Files.readString(Repository.HOME.resolve("image/system/minimal.toml"));
        Files.writeString(folder.resolve("system.toml"), declaration.replace("clock = \"clock.clock\", ", ""));
        assertEquals("date: no process tells the shell the time\r\n", date(Machine.JVM, "--system", folder.toString()));
    }

    private static String date(Machine machine, String... options) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.atPrompt(machine, options)) {
            return session.enter("date");
        }
    }
}
