package peaberry.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Those who bring back the others are killed in the midst of it: the supervisor, root, the PCI server, and several of them in turn. Each time everybody
 * lives again, the driver serves, and no memory is lost.
 */
class KilledWatchersTest {

    private static final String RECOVERY = "kill network";
    /** Of so many lines of a program one is tried, unless all are. */
    private static final int SUPERVISORS_LINES = 7;
    private static final int ROOTS_LINES = 12;
    private static final int RETURNS_LINES = 30;
    private static final int PCI_LINES = 25;
    private static final String USE = "ping 10.0.2.2";

    @TempDir
    private static Path folder;

    private static WholeSystem system;
    private static BuiltProgram supervisor;
    private static BuiltProgram root;
    private static BuiltProgram pci;
    /** Where the driver is when it works. */
    private static BuiltProgram.Place driver;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Repository.compile();
        supervisor = BuiltProgram.of("supervisor");
        root = BuiltProgram.of("root");
        pci = BuiltProgram.of("pci");
        driver = BuiltProgram.of("virtio-net").method("peaberry.virtionet.Station.send");
        system = WholeSystem.start(folder, List.of());
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        try (WholeSystem _ = system) {
            system.assertWorks();
        }
    }

    @Test
    void theSupervisorDiesInTheMidstOfARecovery() throws IOException, InterruptedException {
        system.survivesEach(RECOVERY, some(supervisor, RECOVERY, SUPERVISORS_LINES));
    }

    @Test
    void theSupervisorDiesOverTheEvidenceOfAFailure() throws IOException, InterruptedException {
        for (String step : List.of("SupervisorServer.fault", "FaultRecord.setPlace", "Evidence.takeMessages", "Evidence.takeCallers", "Recovery.recover", "History.failedAt")) {
            system.survives(USE, driver, supervisor(step));
        }
    }

    @Test
    void rootDiesInTheMidstOfARecovery() throws IOException, InterruptedException {
        system.survivesEach(RECOVERY, some(root, RECOVERY, ROOTS_LINES));
    }

    @Test
    void rootDiesOverItsOwnReturn() throws IOException, InterruptedException {
        for (String step : List.of("AddressSpace.prepareScratch", "DeviceMemory.prepare", "Processes.prepare", "Root.makeReply", "Process.adopt", "SupervisorWatch.begin")) {
            system.survives(RECOVERY, root("Starter.make"), root(step));
        }
    }

    @Test
    void rootDiesOverTheSupervisorsReturn() throws IOException, InterruptedException {
        for (String step : List.of("SupervisorWatch.failed", "Process.destroy", "SupervisorWatch.start", "Grants.showKept", "Starter.launch", "Process.launched")) {
            system.survives(RECOVERY, supervisor("FunctionSetup.find"), root(step));
        }
        for (BuiltProgram.Place place : some(root, "crash supervisor", RETURNS_LINES)) {
            system.survivesIfReached(RECOVERY, supervisor("FunctionSetup.assign"), place);
        }
    }

    @Test
    void rootDiesOverTheEvidenceOfAFailure() throws IOException, InterruptedException {
        for (String step : List.of("Look.read", "ProcessRequests.registers", "ProcessRequests.place")) {
            system.survives(USE, driver, root(step));
        }
    }

    @Test
    void theSupervisorDiesAfterRootDid() throws IOException, InterruptedException {
        system.survives(RECOVERY, root("Process.destroy"), supervisor("Recovery.make"));
        system.survives(RECOVERY, root("PciFunctions.share"), supervisor("FunctionSetup.find"));
    }

    @Test
    void thePciServerDiesOverItsWork() throws IOException, InterruptedException {
        system.survivesEach(RECOVERY, some(pci, RECOVERY, PCI_LINES));
    }

    @Test
    void thePciServerTheSupervisorAndRootDieInTurn() throws IOException, InterruptedException {
        system.survives(RECOVERY, pci("FunctionControl.silence"), supervisor("PciServer.answered"), root("Starter.make"));
    }

    @Test
    void theKeeperIsMadeAnewAndThenStartsRoot() throws IOException, InterruptedException {
        system.survives("kill keeper");
        system.survives(RECOVERY, root("Starter.make"));
    }

    @Test
    void theSystemStartsThoughTheSupervisorDiesOverIt(@TempDir Path own) throws IOException, InterruptedException {
        startsThough(own, supervisor("Wards.resume"), supervisor("Recovery.make"), supervisor("FunctionSetup.map"), supervisor("FunctionSetup.assign"));
    }

    /** But not before the keeper, which is the first to be started, runs; and not three times over the same driver. */
    @ParameterizedTest
    @CsvSource({"SupervisorWatch.failed, DeviceMemory.write, DeviceMemory.write", "SupervisorWatch.start, PciFunctions.add, PciFunctions.makeBusTable",
        "Grants.showKept, PciFunctions.messageData, PciFunctions.shareConfined"})
    void theSystemStartsThoughRootDiesOverIt(String first, String second, String third, @TempDir Path own) throws IOException, InterruptedException {
        startsThough(own, supervisor("Ward.runs"), root(first), root(second), root(third));
    }

    private static void startsThough(Path folder, BuiltProgram.Place... victims) throws IOException, InterruptedException {
        try (WholeSystem started = WholeSystem.start(folder, List.of(victims))) {
            system.assertLike(started);
            started.assertWorks();
        }
    }

    /** Those lines of a program that a command leads to, of one of so many lines. */
    private static List<BuiltProgram.Place> some(BuiltProgram program, String command, int lines) throws IOException, InterruptedException {
        List<BuiltProgram.Place> all = program.places("peaberry." + program.name() + ".");
        int step = Boolean.getBoolean("peaberry.full") ? 1 : lines;
        return system.trace(IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList(), command);
    }

    private static BuiltProgram.Place supervisor(String method) {
        return supervisor.method("peaberry.supervisor." + method);
    }

    private static BuiltProgram.Place root(String method) {
        return root.method("peaberry.root." + method);
    }

    private static BuiltProgram.Place pci(String method) {
        return pci.method("peaberry.pci." + method);
    }
}
