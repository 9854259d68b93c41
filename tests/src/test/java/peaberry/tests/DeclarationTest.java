package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaberry.abi.GrantKind;
import peaberry.abi.UserLayout;
import peaberry.image.ModuleFolders;
import peaberry.image.SystemFolder;
import peaberry.image.SystemSource;
import peaberry.image.system.Grant;
import peaberry.image.system.ProcessDeclaration;
import peaberry.image.system.SystemDeclaration;

/** At run time, nobody holds more than the declaration says, or less: each slot of each process, as root tells by {@code caps}. */
class DeclarationTest {

    /** Everything that there is to declare; the holder only waits. */
    private static final String EVERYTHING = """
            [partition.apart]
            window = "1 ms"

            [process.supervisor]
            program = "supervisor"
            priority = 254
            memory = "512 KiB"
            serves = { supervision = "peaberry.system.Supervision" }
            uses = { processes = "root.processes", system = "root.system" }
            kept = { memory = "64 KiB" }

            [process.serial]
            program = "serial"
            priority = 200
            memory = "512 KiB"
            serves = { console = "peaberry.console.Console", control = "peaberry.driver.DriverControl" }
            ports = { uart = "0x3f8-0x3ff" }
            interrupts = { uart = 4 }

            [process.holder]
            program = "bench"
            argument = 1
            priority = 150
            budget = "1 ms"
            period = "10 ms"
            partition = "apart"
            memory = "1 MiB"
            objects = "64 KiB"
            slots = 60
            restart = "never"
            serves = { one = "peaberry.console.Console", two = "peaberry.driver.DriverControl", three = "peaberry.clock.Clock" }
            uses = { console = "serial.console", control = "serial.control", system = "root.system" }
            ports = { single = "0x300", several = "0x308-0x30f", status = "0x310 read" }
            interrupts = { first = 10, second = 11 }
            device-memory = { window = "0xe0000000" }
            heartbeat = "600 s"
            traces = "shell"
            kept = { marks = "8 KiB" }
            holds = { table = "own-table", space = "own-address-space", thread = "own-thread", interrupts = "interrupt-control", devices = "device-control", time = "partition", windows = "partition-control" }

            [process.shell]
            program = "shell"
            priority = 100
            memory = "512 KiB"
            uses = { two = "holder.two", console = "serial.console", control = "serial.control", system = "root.system", supervision = "supervisor.supervision" }
            """;

    private static final int KIND_COLUMN = 11;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        Repository.compile();
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void nobodyHoldsMoreThanTheSystemDeclares(Machine machine) throws Exception {
        assertAsDeclared(machine, SystemSource.minimal(Repository.HOME));
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void nobodyHoldsMoreThanAnySystemDeclares(Machine machine, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("system.toml"), EVERYTHING);
        assertAsDeclared(machine, new SystemFolder(folder).system(), "--system", folder.toString());
    }

    @Test
    void whoIsNotToBeRestartedStaysAway(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("system.toml"), EVERYTHING);
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.JVM, "--system", folder.toString())) {
            assertEquals("kill: holder was killed and does not run again; try faults\r\n", session.enter("kill holder"));
            assertTrue(session.enter("ps").contains("\nholder      stopped "));
            assertEquals("holder was restarted\r\n", session.enter("restart holder"));
            assertFalse(session.enter("ps").contains("stopped"));
        }
    }

    private static void assertAsDeclared(Machine machine, SystemSource source, String... options) throws Exception {
        SystemDeclaration system = source.read(ModuleFolders.in(Repository.classes("")));
        try (ConsoleSession session = ConsoleSession.atPrompt(machine, options)) {
            assertRowsAsDeclared(session, machine, system);
            for (ProcessDeclaration process : system.processes()) {
                session.enter("restart " + process.name());
            }
            assertRowsAsDeclared(session, machine, system);
            session.type("shutdown 0" + ConsoleSession.ENTER);
            assertEquals(0, session.status());
        }
    }

    private static void assertRowsAsDeclared(ConsoleSession session, Machine machine, SystemDeclaration system) throws IOException, InterruptedException {
        List<String> listed = session.enter("ps").lines().skip(1).toList();
        List<String> processes = new ArrayList<>(List.of(SystemDeclaration.ROOT));
        for (ProcessDeclaration process : system.processes()) {
            boolean stopped = listed.get(processes.size()).split(" +")[1].equals("stopped"); // since its device is not there
            processes.add(process.name());
            TreeMap<Integer, String> expected = stopped ? new TreeMap<>() : expected(machine, system, process);
            TreeMap<Integer, String> held = held(session.enter("caps " + process.name()));
            if (process.holds().stream().anyMatch(holding -> holding.authority() == GrantKind.OWN_TABLE) && !stopped) {
                held.tailMap(expected.lastKey(), false).clear(); // what it made itself, of what it was given
            }
            assertEquals(expected, held, process.name());
        }
        assertEquals(processes, listed.stream().map(line -> line.split(" ")[0]).toList());
    }

    /** What is in each slot, by the rows that {@code caps} prints, where like ones in a row are shown as one. */
    private static TreeMap<Integer, String> held(String printed) {
        TreeMap<Integer, String> slots = new TreeMap<>();
        printed.lines().skip(1).forEach(line -> {
            String[] range = line.substring(0, KIND_COLUMN).strip().split("-");
            for (int slot = Integer.parseInt(range[0]); slot <= Integer.parseInt(range[range.length - 1]); slot++) {
                slots.put(slot, line.substring(KIND_COLUMN).strip().replaceAll("  +", "|").replaceAll("(control) (hand|assign|plan)", "$1|$2").replaceAll("message \\d+", "message"));
            }
        });
        return slots;
    }

    private static TreeMap<Integer, String> expected(Machine machine, SystemDeclaration system, ProcessDeclaration process) {
        TreeMap<Integer, String> slots = new TreeMap<>();
        for (Grant grant : Grant.of(system, process).stream().filter(each -> each.kind().takesSlot()).toList()) {
            int count = grant.kind() == GrantKind.REPLIES ? (int) grant.first() : 1;
            for (int slot = grant.slot(); slot < grant.slot() + count; slot++) {
                slots.put(slot, row(machine, grant, process, system.processes().indexOf(process) + 1));
            }
        }
        return slots;
    }

    /** As {@code caps} shows it: kind, what it allows, what it is for. */
    private static String row(Machine machine, Grant grant, ProcessDeclaration process, int number) {
        String name = grant.name();
        return switch (grant.kind()) {
            case SERVICE -> "endpoint|receive|service";
            case REPLIES -> "reply|answer|callers";
            case CLIENT -> "endpoint|send|" + name + ", badge " + number + ", interface " + grant.second();
            case PORTS -> String.format("ports|read, write|%s, 0x%x to 0x%x", name, grant.first(), grant.second());
            case READ_ONLY_PORTS -> String.format("ports|read|%s, 0x%x to 0x%x", name, grant.first(), grant.second());
            case INTERRUPT -> "interrupt|acknowledge|" + name + ", line " + grant.first();
            case MEMORY -> "untyped memory|make objects|" + name + ", " + (1L << grant.first() - 10) + " KiB, 0 KiB used";
            case OWN_TABLE -> "capability table|copy, delete|" + name + ", " + 2 * Integer.highestOneBit(process.slots() - 1) + " slots";
            case OWN_ADDRESS_SPACE -> "address space|map pages|" + name;
            case OWN_THREAD -> "thread|control|" + name;
            case OWN_SERVICE -> "endpoint|send|" + name;
            case INTERRUPT_CONTROL -> "interrupt control|hand out|" + name;
            case PORT_CONTROL -> "port control|hand out|" + name;
            case DEVICE_CONTROL -> "device control|assign|" + name;
            case PARTITION -> "partition|hold threads|" + name;
            case PARTITION_CONTROL -> "partition control|plan time|" + name;
            case DEVICE_MEMORY -> "untyped memory|make objects|" + name + ", " + (machine == Machine.JVM ? 2_048 : 262_144) + " KiB, 0 KiB used";
            case PCI_FUNCTION -> "interrupt|acknowledge|" + name + ", message";
            case HEARTBEAT -> "notification|signal|" + name + ", badge of a signal";
            case ROOT_THREAD -> "thread|control|" + name;
            case ROOT_MEMORY -> "window|copy into|" + name + ", " + (UserLayout.PROGRAM_LIMIT - UserLayout.PROGRAM) + " bytes from 0x"
                    + Long.toHexString(UserLayout.PROGRAM);
            case DMA, KEPT, MAPPED, DECLARATION, ROOT_IMAGE, TRACED, NONE -> throw new IllegalStateException("it takes no slot");
        };
    }
}
