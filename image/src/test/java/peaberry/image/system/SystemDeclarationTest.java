package peaberry.image.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.abi.DeviceReset;
import peaberry.abi.Rights;
import peaberry.abi.SystemTable;
import peaberry.abi.SystemTable.Restart;
import peaberry.image.system.ProcessDeclaration.Kept;
import peaberry.image.system.ProcessDeclaration.Mapping;
import peaberry.image.system.ProcessDeclaration.PciFunction;
import peaberry.image.system.ProcessDeclaration.Ports;

class SystemDeclarationTest {

    private static final String SYSTEM = """
            [partition.fast]
            window = "2 ms"

            [process.disk]
            program = "driver"
            priority = 200
            budget = "1 ms"
            period = "10 ms"
            partition = "fast"
            memory = "1 MiB"
            restart = "power-off"
            heartbeat = "250 ms"
            serves = { blocks = "peaberry.block.BlockDevice", control = "peaberry.driver.DriverControl" }
            ports = { registers = "0x1f0-0x1f7", status = "0x3f6 read" }
            interrupts = { done = 14 }
            pci = { controller = "8086:7010" }

            [process.files]
            program = "server"
            priority = 150
            memory = "2 MiB"
            uses = { disk = "disk.blocks", system = "root.system" }
            """;

    private static final String OTHER = """
            [process.logger]
            program = "server"
            priority = 10
            memory = "1 MiB"
            """;

    @TempDir
    private Path folder;

    @Test
    void everySettingIsRead() throws Exception {
        SystemDeclaration system = read(SYSTEM);
        ProcessDeclaration disk = system.process("disk").orElseThrow();
        assertEquals(2_000, system.partitions().getFirst().window());
        assertEquals(List.of("driver", 200, 1_000L, 10_000L, "fast", 1L << 20, Restart.POWER_OFF, 250_000L),
                List.of(disk.program(), disk.priority(), disk.budget(), disk.period(), disk.partition(), disk.memory(), disk.restart(), disk.heartbeat()));
        assertEquals(List.of("blocks", "control"), disk.serves().stream().map(ProcessDeclaration.Service::name).toList());
        assertEquals(List.of(new Ports("registers", 0x1F0, 0x1F7, Rights.READ_WRITE, 14), new Ports("status", 0x3F6, 0x3F6, Rights.READ, 14)), disk.ports());
        assertEquals(14, disk.interrupts().getFirst().number());
        assertEquals(0x7010, disk.pci().getFirst().device());
        assertEquals("blocks", system.process("files").orElseThrow().uses().getFirst().service());
    }

    @Test
    void whatGoesWithADeviceIsRead() throws Exception {
        ProcessDeclaration disk = read(SYSTEM.replace("pci = { controller = \"8086:7010\" }", """
                pci = { controller = "8086:7010#2" }
                dma = "64 KiB"
                reset = "function"
                maps = { screen = "0xb8000-0xbffff" }
                kept = { marks = "8 KiB" }
                follows = "files  logger"
                """) + OTHER).process("disk").orElseThrow();
        assertEquals(List.of(new PciFunction("controller", 0x8086, 0x7010, 1, 16)), disk.pci());
        assertEquals(List.of(64L << 10, false, DeviceReset.FUNCTION), List.of(disk.dma(), disk.unconfined(), disk.reset()));
        assertEquals(List.of(new Mapping("screen", 0xB8000, 0xBFFFF, 19)), disk.maps());
        assertEquals(List.of(new Kept("marks", 8 << 10, 20)), disk.kept());
        assertEquals(List.of("files", "logger"), disk.follows());
    }

    @Test
    void dmaWithoutAnIommuIsDeclaredByAnotherName() throws Exception {
        ProcessDeclaration disk = read(SYSTEM.replace("heartbeat = \"250 ms\"", "unconfined-dma = \"64 KiB\"")).process("disk").orElseThrow();
        assertEquals(List.of(64L << 10, true), List.of(disk.dma(), disk.unconfined()));
    }

    @Test
    void filesAreUsedUnderTheirPlaces() throws Exception {
        ProcessDeclaration reader = read(SYSTEM.replace("memory = \"2 MiB\"", "memory = \"2 MiB\"\nserves = { files = \"peaberry.file.FileSystem\", others = \"peaberry.file.FileSystem\" }") + OTHER
                + "uses = { system = \"root.system\" }\nmounts = { \"/\" = \"files.files\", '/usr/doc' = \"files.others\" }\n").process("logger").orElseThrow();
        assertEquals(List.of("system", "/", "/usr/doc"), reader.uses().stream().map(ProcessDeclaration.Use::name).toList());
    }

    @Test
    void filesAreMountedAtPlacesAndNothingElseIs() {
        for (String place : new String[] {"", "tmp", "/tmp/", "//", "/Tmp", "/..", "/a-place-that-is-very-long"}) {
            refusesAll(SYSTEM.replace("BlockDevice\",", "BlockDevice\", all = \"peaberry.file.FileSystem\",") + "mounts = { \"" + place + "\" = \"disk.all\" }\n", "23: '" + place + "' is no place for files: it takes \"/\", or up to 24 characters such as "
                    + "\"/some/where\", of small letters, digits and hyphens");
        }
        refuses("uses = ", "mounts = { \"/\" = \"disk.control\" }\nuses = ", "22: 'files' mounts 'disk.control' at '/', but that is a 'peaberry.driver.DriverControl' and no 'peaberry.file.FileSystem'");
        refusesAll(SYSTEM.replace("BlockDevice\",", "BlockDevice\", all = \"peaberry.file.FileSystem\",") + "mounts = { \"/\" = \"disk.all\", \"/more\" = \"disk.all\" }\n",
                "23: 'files' uses 'disk.all' twice, but would be one client, whose handles are the same in both places");
        refuses("uses = ", "mounts = { \"/\" = \"disk.block\" }\nuses = ", "22: 'files' uses 'disk.block', but 'disk' serves 'blocks' and 'control' only");
    }

    @Test
    void timeIsNotLimitedUnlessItIsDeclared() throws Exception {
        ProcessDeclaration files = read(SYSTEM).process("files").orElseThrow();
        assertEquals(List.of(5_000L, 5_000L, "root", 0L), List.of(files.budget(), files.period(), files.partition(), files.heartbeat()));
    }

    @Test
    void anUnknownKeyIsRefused() {
        refuses("restart = \"power-off\"", "colour = 1", "11: process 'disk' has no setting 'colour'; there are argument, budget, device-memory, "
                + "dma, follows, heartbeat, holds, interrupts, kept, maps, memory, mounts, objects, partition, pci, period, ports, priority, program, reset, "
                + "restart, serves, slots, traces, unconfined-dma, uses");
        refuses("[partition.fast]", "[color]\n[partition.fast]", "1: the file has no setting 'color'; there are machine, partition, process, programs");
    }

    @Test
    void aMissingSettingIsRefused() {
        refuses("priority = 200\n", "", "4: process 'disk' has no 'priority'");
        refuses("memory = \"2 MiB\"\n", "", "18: process 'files' has no 'memory'");
        refuses("window = \"2 ms\"", "", "1: partition 'fast' has no 'window'");
    }

    @Test
    void anUnknownProgramIsRefused() {
        refuses("program = \"driver\"", "program = \"drvier\"", "5: there is no program 'drvier' for 'disk'");
    }

    @Test
    void anUnknownInterfaceIsRefused() {
        refuses("peaberry.block.BlockDevice", "BlockDevise", "13: there is no interface 'BlockDevise', which 'disk' serves as 'blocks'");
    }

    @Test
    void programsOfOneNameAreRefused() {
        refusesAll(SYSTEM.replace("\"driver\"", "\"a.BlockCache\"").replace("\"server\"", "\"b.BlockCache\""),
                "19: 'b.BlockCache' and 'a.BlockCache' have one name in the boot archive: block-cache");
        refusesAll(SYSTEM.replace("\"server\"", "\"a.Kernel\""), "19: 'a.Kernel' and 'kernel' have one name in the boot archive: kernel");
        refusesAll(SYSTEM.replace("\"server\"", "\"a.ANameThatNoArchiveHasRoomFor\""),
                "19: the name of the program 'aname-that-no-archive-has-room-for' has more than 24 characters");
    }

    @Test
    void moreThanThereIsRoomForIsRefused() {
        StringBuilder many = new StringBuilder();
        int most = SystemTable.MAX_PROCESSES;
        for (int i = 0; i <= most; i++) {
            many.append("[process.p").append(i).append("]\nprogram = \"driver\"\npriority = 1\nmemory = \"64 KiB\"\n");
        }
        refusesAll(many.toString(), (1 + 4 * most) + ": there are " + (most + 1) + " processes; there can be " + most);
        StringBuilder partitions = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            partitions.append("[partition.p").append(i).append("]\nwindow = \"1 ms\"\n");
        }
        refusesAll(partitions.toString(), "16: there are 8 partitions beside root's; there can be 7");
        StringBuilder ports = new StringBuilder("ports = { p0 = \"0x1000\"");
        for (int i = 1; i < 63; i++) {
            ports.append(String.format(", p%d = \"0x10%02x\"", i, i));
        }
        refuses("uses = ", ports + " }\nuses = ", "1: there are 65 ranges of ports; there can be 60", "18: 'files' is given 65 things; there can be 64");
    }

    @Test
    void whatRootHasNoRoomForIsRefused() {
        StringBuilder large = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            large.append("[process.p").append(i).append("]\nprogram = \"driver\"\npriority = 1\nmemory = \"4 MiB\"\n");
        }
        refusesAll(large.toString(), "56: root has no room for the pages of 'p13', with those of the processes before");
        StringBuilder devices = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            devices.append("[process.p").append(i).append("]\nprogram = \"driver\"\npriority = 1\nmemory = \"64 KiB\"\npci = { device = \"1af4:10")
                    .append(10 + i).append("\" }\n");
        }
        refusesAll(devices.toString(), "1: there are 17 PCI devices; there can be 16");
    }

    @Test
    void sizesThatNoProcessCanHaveAreRefused() {
        refuses("memory = \"1 MiB\"", "memory = \"2 KiB\"", "10: 'disk' has 2 KiB of memory; a page has 4 KiB");
        refuses("memory = \"1 MiB\"", "memory = \"8 MiB\"\ndma = \"2 MiB\"", "11: 'disk' shares 2 MiB with its device; it can share 1 MiB");
        refuses("heartbeat = \"250 ms\"", "heartbeat = \"100 us\"", "12: 'disk' is to give a sign of life each 100 us; it can be asked for one each millisecond");
        refuses("heartbeat = \"250 ms\"", "maps = { nothing = \"0x0-0xfff\" }", "12: 'disk' maps page 0, which is no device's");
        refuses("heartbeat = \"250 ms\"", "kept = { a = \"4 KiB\", b = \"4 KiB\", c = \"4 KiB\", d = \"4 KiB\", e = \"4 KiB\", f = \"4 KiB\", g = \"4 KiB\" }",
                "4: 'disk' has 7 'kept' and 'maps'; it can have 6");
    }

    @Test
    void anUnknownProcessOrServiceIsRefused() {
        refuses("disk.blocks", "dsik.blocks", "22: 'files' uses 'dsik.blocks', but there is no process 'dsik'");
        refuses("disk.blocks", "disk.block", "22: 'files' uses 'disk.block', but 'disk' serves 'blocks' and 'control' only");
        refuses("root.system", "root.files", "22: 'files' uses 'root.files', but 'root' serves 'system' and 'processes' and 'device-pages' and 'programs' and 'traces' only");
        refuses("root.system", "files.all", "22: 'files' uses 'files.all', but 'files' serves nothing", "22: calls go in a circle: files -> files");
    }

    @Test
    void whatIsUsedNamesAProcessAndAService() {
        refuses("disk.blocks", "blocks", "22: 'disk' has to be a process and what it serves, such as \"serial.console\", not \"blocks\"");
    }

    @Test
    void callsThatGoInACircleAreRefused() {
        String ring = """
                [process.a]
                program = "driver"
                priority = 1
                memory = "1 MiB"
                serves = { s = "example.S" }
                uses = { next = "b.s" }
                [process.b]
                program = "driver"
                priority = 1
                memory = "1 MiB"
                serves = { s = "example.S" }
                uses = { next = "c.s" }
                [process.c]
                program = "driver"
                priority = 1
                memory = "1 MiB"
                serves = { s = "example.S" }
                uses = { next = "a.s" }
                """;
        refusesAll(ring, "18: calls go in a circle: a -> b -> c -> a");
    }

    @Test
    void aServerLessUrgentThanItsClientIsRefused() {
        refuses("priority = 150", "priority = 201",
                "22: 'files' (priority 201) waits on 'disk' (priority 200), which is less urgent");
    }

    @Test
    void memoryBeyondTheMachineIsRefused() {
        refuses("memory = \"2 MiB\"", "memory = \"128 MiB\"", "21: 'files' is to have 128 MiB, but of the machine's 128 MiB only 119 MiB are left: "
                + "8 MiB are for kernel and root, the rest for the processes before");
        refuses("[partition.fast]", "[machine]\nmemory = \"8 MiB\"\n[partition.fast]",
                "12: 'disk' is to have 1 MiB, but of the machine's 8 MiB only 0 are left: 8 MiB are for kernel and root, the rest for the processes before");
    }

    @Test
    void memoryThatCannotBeAllottedIsRefused() {
        refuses("memory = \"2 MiB\"", "memory = \"3 MiB\"", "21: 'memory' has to be a power of two with a unit, such as \"512 KiB\", not \"3 MiB\"");
        refuses("memory = \"2 MiB\"", "memory = \"2 MB\"", "21: 'memory' has to be a power of two with a unit, such as \"512 KiB\", not \"2 MB\"");
        refuses("memory = \"2 MiB\"", "memory = \"2 MiB\"\nobjects = \"3 MiB\"", "22: 'objects' has to be a power of two with a unit, such as \"512 KiB\", not \"3 MiB\"");
        refuses("memory = \"2 MiB\"", "memory = \"2 MiB\"\nobjects = \"128 MiB\"", "21: 'files' is to have 130 MiB, but of the machine's 128 MiB only 119 MiB "
                + "are left: 8 MiB are for kernel and root, the rest for the processes before");
    }

    @Test
    void aDeviceWithTwoOwnersIsRefused() {
        refuses("uses = ", "pci = { other = \"8086:7010\" }\nuses = ", "22: 'files' claims PCI device 8086:7010, which has an owner: 'disk' in line 16");
        refuses("interrupts = { done = 14 }", "device-memory = { a = \"0xe0000000\", b = \"0xE0000000\" }",
                "15: 'disk' claims devices' memory at 0xe0000000, which has an owner: 'disk' in line 15");
        refuses("interrupts = { done = 14 }", "holds = { a = \"port-control\", b = \"port-control\" }",
                "15: 'disk' claims port-control, which has an owner: 'disk' in line 15");
    }

    @Test
    void whatCanBeGivenOnceIsNotForWhoIsMadeAnew() {
        refuses("uses = ", "holds = { ports = \"port-control\" }\nuses = ",
                "22: 'files' holds port-control, which can be given once only: its restart has to be never or power-off");
    }

    @Test
    void alikeDevicesAreToldApartByTheirOrder() throws Exception {
        read(SYSTEM + "pci = { other = \"8086:7010#2\" }\n");
        refuses("uses = ", "pci = { other = \"8086:7010#1\" }\nuses = ", "22: 'files' claims PCI device 8086:7010, which has an owner: 'disk' in line 16");
        refusesAll(SYSTEM.replace("8086:7010", "8086:7010#3") + "pci = { other = \"8086:7010#3\" }\n",
                "23: 'files' claims PCI device 8086:7010#3, which has an owner: 'disk' in line 16");
    }

    @Test
    void aProcessDrivesOnePciDevice() {
        refuses("\"8086:7010\" }", "\"8086:7010\", second = \"8086:7011\" }", "16: 'disk' has 2 PCI devices; a process drives one");
    }

    @Test
    void whatGoesWithAPciDeviceIsRefusedWithoutOne() {
        refuses("uses = ", "dma = \"64 KiB\"\nuses = ", "22: 'files' has memory for DMA, but no PCI device");
        refuses("uses = ", "unconfined-dma = \"64 KiB\"\nuses = ", "22: 'files' has memory for DMA, but no PCI device");
        refuses("uses = ", "reset = \"function\"\nuses = ", "22: 'files' says how its PCI device is reset, but has none");
    }

    @Test
    void dmaThatLeavesNoMemoryIsRefused() {
        refuses("heartbeat = \"250 ms\"", "dma = \"1 MiB\"", "12: 'disk' shares 1 MiB with its device, but all its memory is 1 MiB");
    }

    @Test
    void dmaIsDeclaredOnce() {
        refuses("heartbeat = \"250 ms\"", "dma = \"64 KiB\"\nunconfined-dma = \"32 KiB\"",
                "13: 'disk' has both 'dma' and 'unconfined-dma'; one of them says it");
    }

    @Test
    void whoFollowsNobodyIsRefused() {
        refuses("uses = ", "follows = \"disk nobody\"\nuses = ", "22: 'files' follows 'nobody', which is no other process");
        refuses("uses = ", "follows = \"files\"\nuses = ", "22: 'files' follows 'files', which is no other process");
    }

    @Test
    void whoTracesNobodyOrWhoIsMoreUrgentIsRefused() {
        refuses("uses = ", "traces = \"disk\"\nuses = ", "22: 'files' traces 'disk', which is more urgent (priority 200)");
        refuses("uses = ", "traces = \"nobody\"\nuses = ", "22: 'files' traces 'nobody', which is no other process");
        refuses("uses = ", "traces = \"files\"\nuses = ", "22: 'files' traces 'files', which is no other process");
    }

    @Test
    void twoWhoWatchOverAllOthersAreRefused() {
        String serves = "serves = { supervision = \"peaberry.system.Supervision\" }\n";
        refusesAll(SYSTEM + OTHER.replace("logger", "supervisor") + serves + "uses = { processes = \"root.processes\" }\n"
                + OTHER.replace("logger", "rival") + serves + "uses = { all = \"root.processes\" }\n",
                "34: 'rival' and 'supervisor' both use 'root.processes'; one process watches over all others");
    }

    @Test
    void whoWatchesOverOthersWithoutBeingHeardIsRefused() {
        refuses("root.system", "root.processes", "22: 'files' uses 'root.processes', but serves nothing, so nobody could tell it how others fail");
    }

    @Test
    void memoryThatIsNotInWholePagesIsRefused() {
        refuses("uses = ", "kept = { all = \"2 KiB\" }\nuses = ", "22: 'all' has to be whole pages of memory, such as \"64 KiB\", not \"2 KiB\"");
        refuses("uses = ", "kept = { all = \"some\" }\nuses = ", "22: 'all' has to be whole pages of memory, such as \"64 KiB\", not \"some\"");
        for (String range : List.of("0xb8000-0xb8fff0", "0xb8001-0xb9000", "0xb9000-0xb8fff", "0xb8000", "screen")) {
            refuses("uses = ", "maps = { all = \"" + range + "\" }\nuses = ",
                    "22: 'all' has to be a range of whole pages, such as \"0xb8000-0xbffff\", not \"" + range + "\"");
        }
    }

    @Test
    void aPageThatTwoMapIsRefused() {
        refuses("uses = ", "maps = { text = \"0xb8000-0xbffff\", end = \"0xbf000-0xbffff\" }\nuses = ",
                "22: 'files' claims devices' memory at 0xbf000, which has an owner: 'files' in line 22");
    }

    @Test
    void portsThatOverlapAreRefused() {
        refuses("uses = ", "ports = { speaker = \"0x1f7-0x200\" }\nuses = ",
                "22: 'files' claims ports 0x1f7-0x200, which overlap 0x1f0-0x1f7 of 'disk' in line 14");
        refuses("0x3f6", "0xf7", "14: 'disk' claims ports 0xf7, which overlap 0xf4-0xf7 of 'root'");
        refuses("0x3f6", "0x1f0", "14: 'disk' claims ports 0x1f0, which overlap 0x1f0-0x1f7 of 'disk' in line 14");
    }

    @Test
    void anInterruptClaimedTwiceIsRefused() {
        refuses("uses = ", "interrupts = { other = 14 }\nuses = ", "22: 'files' claims interrupt 14, which has an owner: 'disk' in line 15");
    }

    @Test
    void aBudgetLongerThanItsPeriodIsRefused() {
        refuses("budget = \"1 ms\"", "budget = \"20 ms\"", "7: the budget of 'disk' is 20 ms, longer than its period of 10 ms");
    }

    @Test
    void timesOutOfRangeAreRefused() {
        refuses("budget = \"1 ms\"", "budget = \"49 us\"", "7: the budget of 'disk' is 49 us; it has to be from 50 us to 2^32 us");
        refuses("period = \"10 ms\"", "period = \"5000 s\"", "8: the period of 'disk' is 5000 s; it has to be from 50 us to 2^32 us");
        refuses("window = \"2 ms\"", "window = \"10 us\"", "2: the window of partition 'fast' is 10 us; it has to be from 50 us to 2^32 us");
        refuses("window = \"2 ms\"", "window = \"2\"", "2: 'window' has to be a time with a unit, such as \"5 ms\" or \"250 us\", not \"2\"");
    }

    @Test
    void anUnknownPartitionIsRefused() {
        refuses("partition = \"fast\"", "partition = \"slow\"", "9: 'disk' runs in partition 'slow', which is not declared");
    }

    @Test
    void settingsOfAWrongFormAreRefused() {
        refuses("priority = 150", "priority = 255", "20: 'priority' has to be from 0 to 254, not 255");
        refuses("priority = 150", "priority = \"high\"", "20: 'priority' has to be a number, not a string");
        refuses("program = \"driver\"", "program = 1", "5: 'program' has to be a string, not a number");
        refuses("restart = \"power-off\"", "restart = \"sometimes\"", "11: 'restart' has to be always, never, power-off, not \"sometimes\"");
        refuses("ports = { registers = \"0x1f0-0x1f7\", status = \"0x3f6 read\" }", "ports = 3", "14: 'ports' has to be a table, not a number");
        refuses("0x1f0-0x1f7", "0x1f7-0x1f0", "14: 'registers' has to be a range of ports, such as \"0x3f8-0x3ff\" or \"0x64 read\", not \"0x1f7-0x1f0\"");
        refuses("8086:7010", "8086", "16: 'controller' has to be a PCI vendor and device, such as \"1af4:1042\", or \"1af4:1042#2\" "
                + "for the second one, not \"8086\"");
        refuses("8086:7010", "8086:7010#0", "16: 'controller' has to be a PCI vendor and device, such as \"1af4:1042\", or \"1af4:1042#2\" "
                + "for the second one, not \"8086:7010#0\"");
        refuses("done = 14", "done = 256", "15: 'done' has to be from 0 to 255, not 256");
        refuses("pci = { controller", "holds = { it = \"everything\" }\npci = { controller", "16: 'it' has to be own-table, own-address-space, "
                + "own-thread, own-service, interrupt-control, port-control, device-control, partition, partition-control, root-thread, root-memory, "
                + "root-image, not \"everything\"");
        refuses("pci = { controller = \"8086:7010\" }", "device-memory = { it = \"here\" }", "16: 'it' has to be an address, such as \"0xe0000000\", not \"here\"");
    }

    @Test
    void namesThatAreTooLongOrOddAreRefused() {
        refuses("[process.files]", "[process.Files]", "18: 'Files' is no name: it takes 1 to 24 small letters, digits and hyphens, a letter first");
        refuses("[process.files]", "[process.root]", "18: a process cannot be called 'root': that is the one that makes all others",
                "22: calls go in a circle: root -> root");
    }

    @Test
    void programsAreDeclaredByTheNameThatTheyAreStartedBy() throws Exception {
        SystemDeclaration system = read(SYSTEM + "[programs]\nclean = \"org.example.Sweep\"\n");
        assertEquals(List.of(new SystemDeclaration.ProgramDeclaration("clean", "org.example.Sweep", 24)), system.programs());
        refusesAll(SYSTEM + "[programs]\nclean = \"sweep\"\n", "24: there is no program 'sweep' to be called 'clean'");
        refusesAll(SYSTEM + "[programs]\ndriver = \"org.example.Sweep\"\n", "24: 'driver' is called a program of a process in the boot archive");
    }

    @Test
    void allProblemsAreTold() {
        refusesAll(SYSTEM.replace("priority = 150", "priority = 250").replace("period = \"10 ms\"", "period = \"10 us\"").replace("driver", "drvier"),
                "5: there is no program 'drvier' for 'disk'",
                "7: the budget of 'disk' is 1 ms, longer than its period of 10 us",
                "8: the period of 'disk' is 10 us; it has to be from 50 us to 2^32 us",
                "22: 'files' (priority 250) waits on 'disk' (priority 200), which is less urgent");
    }

    @Test
    void aFileThatIsNotTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("system.toml"), new byte[] {(byte) 0xFF});
        assertEquals(file + ":1: the file is not UTF-8",
                assertThrows(DeclarationException.class, () -> SystemDeclaration.read(file, name -> true)).getMessage());
    }

    private SystemDeclaration read(String text) throws IOException, DeclarationException {
        return SystemDeclaration.read(Files.writeString(folder.resolve("system.toml"), text), name -> name.contains(".") || Set.of("driver", "server").contains(name));
    }

    /** With this change, the system is refused for just this reason. */
    private void refuses(String part, String instead, String... problems) {
        assertTrue(SYSTEM.contains(part), part);
        refusesAll(SYSTEM.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(instead)), problems);
    }

    private void refusesAll(String text, String... problems) {
        String message = assertThrows(DeclarationException.class, () -> read(text)).getMessage();
        String file = folder.resolve("system.toml").toString();
        assertEquals(String.join("\n", problems), message.replace(file + ":", ""));
    }
}
