package peaberry.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import peaberry.abi.BootArchive;

/** The whole system on the JVM: kernel, root, driver and shell. */
@Timeout(20)
class HostedMachineTest {

    private static final long MEMORY = 64 << 20;
    private static final int REFUSED = 100;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void bootsToAShellThatEchoesAndSwitchesOff() throws Exception {
        assertEquals(3, run(image(), MEMORY, "echo hello\nshutdown 3\n"));
        assertTrue(printed().contains("\nhello\r\n"), printed());
    }

    @Test
    void oneMachineLeavesNothingBehindForTheNext() throws Exception {
        assertEquals(1, run(image(), MEMORY, "crash serial\nshutdown 1\n"));
        assertEquals(2, run(image(), MEMORY, "shutdown 2\n"));
    }

    @Test
    void aCrashOfTheSerialDriverNamesItsLine() throws Exception {
        assertEquals(0, run(image(), MEMORY, "crash serial\nfaults\nshutdown\n"));
        assertTrue(printed().matches("(?s).*peaberry\\.serial\\.\\w+\\.\\w+\\(\\w+\\.java:\\d+\\).*"), printed());
    }

    @Test
    void noThreadOfAProgramOutlivesTheMachine() throws Exception {
        run(image(), MEMORY, "crash serial\ncrash shell\nkill serial\nshutdown\n");
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getClass().getName().contains("ProgramThread")));
    }

    @Test
    void refusesACorruptArchiveInASentence() throws Exception {
        HostedImage image = image();
        byte[] archive = image.archive().clone();
        archive[archive.length / 2] ^= 1;
        assertEquals(REFUSED, run(image.withArchive(archive), MEMORY, ""));
        assertTrue(printed().contains(BootArchive.Problem.WRONG_CHECKSUM.text()), printed());
    }

    @Test
    void refusesToStartWithoutAnArchive() throws Exception {
        assertEquals(REFUSED, run(image().withArchive(new byte[0]), MEMORY, ""));
        assertTrue(printed().contains("boot archive"), printed());
    }

    @Test
    void refusesTooLittleMemoryInASentence() throws Exception {
        for (long memory : new long[] {0, 4096, 1 << 20, 2 << 20, 3 << 20}) {
            console.reset();
            assertEquals(REFUSED, run(image(), memory, ""));
            assertTrue(printed().startsWith("Peaberry "), printed());
        }
    }

    private static HostedImage image() throws Exception {
        return HostedImage.of(SystemSource.minimal(SystemSource.repository()), ModuleFolders.onClassPath());
    }

    private int run(HostedImage image, long memory, String typed) {
        return HostedMachine.run(image, memory, new ByteArrayInputStream(typed.getBytes(StandardCharsets.ISO_8859_1)),
                console);
    }

    private String printed() {
        return console.toString(StandardCharsets.ISO_8859_1);
    }
}
