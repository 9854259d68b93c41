package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver that has its device read and write what is not the driver's: tests/src/test/systems/dma-attack, with and without an IOMMU. */
class DmaAttackTest {

    private static final String[] IOMMU = {"-device", "intel-iommu,intremap=on"};
    private static final String[] NO_IOMMU = {};
    private static final int DISK_BYTES = 1 << 20;
    /** In place of the client: somebody who looks. */
    private static final String SHELL = """
            [process.shell]
            program = "shell"
            priority = 100
            memory = "512 KiB"
            uses = { console = "serial.console", system = "root.system", supervision = "supervisor.supervision" }
            """;

    /**
     * What QEMU 7.2 does not stop: a device that forges messages by writing where these are received. Interrupts come that nobody's device raised, and do no
     * harm. An emulator or a machine that checks who sent a message stops the device instead.
     */
    private static final String FORGED_AND_DELIVERED = """
            forges interrupts: DONE
            works: right
            the bystander was interrupted
            attacker was made anew 4 times
            """;
    private static final String FORGED_IN_VAIN = """
            forges interrupts: SERVER_RESTARTED
              attacker: its device was stopped when it raised an interrupt that is not its own
            works: right
            the bystander was not interrupted
            attacker was made anew 5 times
            """;

    private static final String GIVEN_UP = """

            root: attacker is given up: its device was stopped when it wrote at 0x100000; stopped after 5 failures within a second
            goes on: UNREACHABLE
              attacker: its device was stopped when it wrote at 0x100000; stopped after 5 failures within a second
            """;

    @TempDir
    private Path folder;

    @Test
    void aDeviceThatReachesForOthersMemoryIsStoppedAndItsDriverMadeAnewUntilThatIsHopeless() throws IOException, InterruptedException {
        String output = system().run(Machine.Q35, options(IOMMU));
        String stopped = """
                attacker is confined
                works: right
                writes where the bystander has its memory: DONE
                writes behind its own memory: SERVER_RESTARTED
                  attacker: its device was stopped when it wrote at 0x20007000
                works: right
                writes to the kernel: SERVER_RESTARTED
                  attacker: its device was stopped when it wrote at 0x100000
                reads the kernel: SERVER_RESTARTED
                  attacker: its device was stopped when it read at 0x100000
                reads where there is nothing: SERVER_RESTARTED
                  attacker: its device was stopped when it read at 0x7ffffff000
                """;
        boolean delivered = output.contains("forges interrupts: DONE");
        assertEquals(stopped + (delivered ? FORGED_AND_DELIVERED : FORGED_IN_VAIN) + GIVEN_UP, output);
    }

    @Test
    void withoutAnIommuItsDriverIsRefused() throws IOException, InterruptedException {
        List<String> lines = system().run(Machine.Q35, options(NO_IOMMU)).lines().toList();
        assertEquals("nobody answers", lines.getFirst());
        for (String driver : List.of("attacker", "bystander")) {
            assertTrue(lines.contains(driver + " stays away: this machine has no IOMMU that would confine its device"), lines::toString);
        }
    }

    /** So the attacks above are some. */
    @Test
    void aDriverThatMayWorkUnconfinedReachesAllMemory() throws IOException, InterruptedException {
        TestSystem system = system();
        allowUnconfined(system);
        assertEquals("""
                attacker is NOT confined
                works: right
                writes where the bystander has its memory: DONE
                  the bystander's memory is CHANGED
                """, system.run(Machine.Q35, options(NO_IOMMU)));
    }

    @Test
    void theShellSaysWhoIsConfined() throws IOException, InterruptedException {
        TestSystem system = system();
        edit(system, system.declaration().substring(0, system.declaration().indexOf("[process.client]")) + SHELL);
        assertDrivers(system, IOMMU, "confined by the IOMMU");
        allowUnconfined(system);
        assertDrivers(system, NO_IOMMU, "NOT confined: its device can reach all memory");
    }

    private void assertDrivers(TestSystem system, String[] iommu, String confinement) throws IOException, InterruptedException {
        String[] all = Stream.concat(Stream.of("--system", system.folder().toString()), Stream.of(options(iommu))).toArray(String[]::new);
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, all)) {
            List<String> rows = session.enter("drivers").lines().map(row -> row.replaceAll(" +", " ")).toList();
            assertEquals(List.of("attacker PCI 0:1.0 " + confinement, "bystander PCI 0:2.0 " + confinement), rows);
        }
    }

    private TestSystem system() throws IOException {
        return TestSystem.of("dma-attack", folder);
    }

    private static void allowUnconfined(TestSystem system) throws IOException {
        edit(system, system.declaration().replace("\ndma =", "\nunconfined-dma ="));
    }

    private static void edit(TestSystem system, String declaration) throws IOException {
        Files.writeString(system.folder().resolve("system.toml"), declaration);
    }

    private String[] options(String[] iommu) throws IOException {
        List<String> devices = new ArrayList<>(List.of(iommu));
        for (String disk : List.of("first", "second")) {
            Path file = Files.write(folder.resolve(disk), new byte[DISK_BYTES]);
            devices.addAll(List.of("-drive", "if=none,format=raw,id=" + disk + ",file=" + file,
                    "-device", "virtio-blk-pci,drive=" + disk + ",disable-legacy=on,iommu_platform=on"));
        }
        return Stream.concat(Stream.of("--icount"), Stream.of(TestSystem.qemu(devices.toArray(String[]::new)))).toArray(String[]::new);
    }
}
