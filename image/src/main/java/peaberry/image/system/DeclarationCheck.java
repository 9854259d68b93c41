package peaberry.image.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import peaberry.abi.BootArchive;
import peaberry.abi.DeviceReset;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.Rights;
import peaberry.abi.RootLimits;
import peaberry.abi.SystemTable;
import peaberry.abi.SystemTable.Restart;
import peaberry.abi.UserLayout;
import peaberry.image.system.ProcessDeclaration.DeviceMemory;
import peaberry.image.system.ProcessDeclaration.Holding;
import peaberry.image.system.ProcessDeclaration.Interrupt;
import peaberry.image.system.ProcessDeclaration.Mapping;
import peaberry.image.system.ProcessDeclaration.PciFunction;
import peaberry.image.system.ProcessDeclaration.Ports;
import peaberry.image.system.ProcessDeclaration.Service;
import peaberry.image.system.ProcessDeclaration.Use;
import peaberry.image.system.SystemDeclaration.PartitionDeclaration;
import peaberry.image.system.SystemDeclaration.ProgramDeclaration;

/** Checks what the parts of a declaration must be to each other. */
final class DeclarationCheck {

    /** What kernel, boot archive and root need of the machine's memory. */
    private static final long SYSTEM_BYTES = 8L << 20;
    private static final String KERNEL = "kernel";
    private static final String FILES = "peaberry.file.FileSystem";
    /** Root's own device. */
    private static final Ports POWER_SWITCH = new Ports("switch", 0xF4, 0xF7, Rights.READ_WRITE, 0);
    /** Microseconds: what the kernel takes as budget, period or window (docs/kernel-reference.md). */
    private static final long SHORTEST = 50;
    private static final long LONGEST = 1L << 32;
    private static final long SHORTEST_HEARTBEAT = 1_000;

    private final SystemDeclaration system;
    private final Predicate<String> classes;
    private final Problems problems;

    DeclarationCheck(SystemDeclaration system, Predicate<String> classes, Problems problems) {
        this.system = system;
        this.classes = classes;
        this.problems = problems;
    }

    void run() {
        checkPartitions();
        checkRoom();
        checkSlots();
        checkSupervision();
        for (ProcessDeclaration process : system.processes()) {
            checkProcess(process);
            checkFunction(process);
            checkSizes(process);
            process.follows().stream().filter(name -> system.process(name).isEmpty() || name.equals(process.name())).forEach(name ->
                    problems.add(process.line("follows"), "'" + process.name() + "' follows '" + name + "', which is no other process"));
            process.traces().forEach(client -> checkTraced(process, client));
            process.uses().forEach(use -> checkUse(process, use));
            if (process.uses().stream().filter(Use::isMount).count() > GrantTable.MAX_MOUNTS) {
                problems.add(process.line("mounts"), "'" + process.name() + "' mounts more than " + GrantTable.MAX_MOUNTS + " trees of files");
            }
        }
        checkCircles();
        checkProgramNames();
        checkMemory();
        checkDevices();
    }

    private void checkPartitions() {
        for (PartitionDeclaration partition : system.partitions()) {
            if (partition.window() != 0 && !isTime(partition.window())) {
                problems.add(partition.line(), "the window of partition '" + partition.name() + "' is "
                        + Units.showMicroseconds(partition.window()) + "; it has to be from 50 us to 2^32 us");
            }
        }
    }

    /** What root has room for. */
    private void checkRoom() {
        if (system.processes().size() > SystemTable.MAX_PROCESSES) {
            problems.add(system.processes().get(SystemTable.MAX_PROCESSES).line(), "there are " + system.processes().size()
                    + " processes; there can be " + SystemTable.MAX_PROCESSES);
        }
        long partitions = system.partitions().stream().filter(partition -> !partition.name().equals(SystemDeclaration.ROOT)).count();
        if (partitions >= SystemTable.MAX_PARTITIONS) {
            problems.add(system.partitions().getLast().line(), "there are " + partitions + " partitions beside root's; there can be "
                    + (SystemTable.MAX_PARTITIONS - 1));
        }
        for (ProcessDeclaration process : system.processes()) {
            int count = Grant.of(system, process).size();
            if (count > GrantTable.MAX_ROWS) {
                problems.add(process.line(), "'" + process.name() + "' is given " + count + " things; there can be " + GrantTable.MAX_ROWS);
            }
        }
    }

    /** What root's table of capabilities has room for. */
    private void checkSlots() {
        long left = RootLimits.slotsForProcesses();
        for (ProcessDeclaration process : system.processes()) {
            long kept = process.kept().stream().mapToLong(ProcessDeclaration.Kept::bytes).sum();
            left -= RootLimits.slots(process.memory(), process.dma(), kept);
            if (left < 0) {
                problems.add(process.line("memory"), "root has no room for the pages of '" + process.name() + "', with those of the processes before");
                return;
            }
        }
        limit(system.processes().stream().mapToInt(process -> process.pci().size()).sum(), RootLimits.MAX_FUNCTIONS, "PCI devices");
        limit(system.processes().stream().mapToInt(process -> process.ports().size()).sum(), RootLimits.MAX_DEVICES, "ranges of ports");
        limit(system.processes().stream().mapToInt(process -> process.interrupts().size()).sum(), RootLimits.MAX_DEVICES, "interrupts");
    }

    private void limit(int count, int most, String what) {
        if (count > most) {
            problems.add(1, "there are " + count + " " + what + "; there can be " + most);
        }
    }

    /** What a process can have of memory. */
    private void checkSizes(ProcessDeclaration process) {
        String name = process.name();
        if (process.memory() > 0 && process.memory() < UserLayout.PAGE) {
            problems.add(process.line("memory"), "'" + name + "' has " + Units.showBytes(process.memory()) + " of memory; a page has 4 KiB");
        }
        if (process.dma() > RootLimits.MAX_DMA_PAGES * UserLayout.PAGE) {
            problems.add(process.line(process.unconfined() ? "unconfined-dma" : "dma"), "'" + name + "' shares " + Units.showBytes(process.dma())
                    + " with its device; it can share 1 MiB");
        }
        if (process.kept().size() + process.maps().size() > RootLimits.MAX_REGIONS) {
            problems.add(process.line(), "'" + name + "' has " + (process.kept().size() + process.maps().size()) + " 'kept' and 'maps'; it can have "
                    + RootLimits.MAX_REGIONS);
        }
        if (process.heartbeat() > 0 && process.heartbeat() < SHORTEST_HEARTBEAT) {
            problems.add(process.line("heartbeat"), "'" + name + "' is to give a sign of life each " + Units.showMicroseconds(process.heartbeat())
                    + "; it can be asked for one each millisecond");
        }
        process.maps().stream().filter(range -> range.first() == 0).forEach(range ->
                problems.add(range.line(), "'" + name + "' maps page 0, which is no device's"));
    }

    private void checkProcess(ProcessDeclaration process) {
        String name = process.name();
        if (name.equals(SystemDeclaration.ROOT)) {
            problems.add(process.line(), "a process cannot be called 'root': that is the one that makes all others");
        }
        if (!process.program().isEmpty() && !classes.test(process.program())) {
            problems.add(process.line("program"), "there is no program '" + process.program() + "' for '" + name + "'");
        }
        process.serves().stream().filter(service -> !classes.test(service.type())).forEach(service -> problems.add(service.line(),
                "there is no interface '" + service.type() + "', which '" + name + "' serves as '" + service.name() + "'"));
        checkTime(process);
        boolean partitionExists = process.partition().equals(SystemDeclaration.ROOT)
                || system.partitions().stream().anyMatch(partition -> partition.name().equals(process.partition()));
        if (!partitionExists) {
            problems.add(process.line("partition"), "'" + name + "' runs in partition '" + process.partition() + "', which is not declared");
        }
    }

    /** Two who make and end processes would undo each other's work. */
    private void checkSupervision() {
        List<ProcessDeclaration> all = system.processes().stream().filter(SystemDeclaration::isSupervisor).toList();
        all.stream().skip(1).forEach(process -> problems.add(process.line("uses"), "'" + process.name() + "' and '" + all.getFirst().name()
                + "' both use 'root." + SystemDeclaration.SUPERVISION + "'; one process watches over all others"));
        all.stream().filter(process -> process.serves().isEmpty()).forEach(process -> problems.add(process.line("uses"), "'" + process.name()
                + "' uses 'root." + SystemDeclaration.SUPERVISION + "', but serves nothing, so nobody could tell it how others fail"));
    }

    private void checkFunction(ProcessDeclaration process) {
        String name = process.name();
        if (process.pci().size() > 1) {
            problems.add(process.pci().get(1).line(), "'" + name + "' has " + process.pci().size() + " PCI devices; a process drives one");
        }
        if (process.pci().isEmpty() && process.dma() > 0) {
            problems.add(process.line(process.unconfined() ? "unconfined-dma" : "dma"), "'" + name + "' has memory for DMA, but no PCI device");
        }
        if (process.pci().isEmpty() && process.reset() != DeviceReset.NONE) {
            problems.add(process.line("reset"), "'" + name + "' says how its PCI device is reset, but has none");
        }
        if (process.dma() >= process.memory() && process.dma() > 0) {
            problems.add(process.line(process.unconfined() ? "unconfined-dma" : "dma"), "'" + name + "' shares " + Units.showBytes(process.dma())
                    + " with its device, but all its memory is " + Units.showBytes(process.memory()));
        }
        if (process.lines().containsKey("dma") && process.unconfined()) {
            problems.add(process.line("unconfined-dma"), "'" + name + "' has both 'dma' and 'unconfined-dma'; one of them says it");
        }
    }

    private void checkTime(ProcessDeclaration process) {
        String name = process.name();
        if (!isTime(process.budget())) {
            problems.add(process.line("budget"), "the budget of '" + name + "' is " + Units.showMicroseconds(process.budget())
                    + "; it has to be from 50 us to 2^32 us");
        }
        if (!isTime(process.period())) {
            problems.add(process.line("period"), "the period of '" + name + "' is " + Units.showMicroseconds(process.period())
                    + "; it has to be from 50 us to 2^32 us");
        }
        if (process.budget() > process.period()) {
            problems.add(process.line("budget"), "the budget of '" + name + "' is " + Units.showMicroseconds(process.budget())
                    + ", longer than its period of " + Units.showMicroseconds(process.period()));
        }
    }

    private static boolean isTime(long microseconds) {
        return microseconds >= SHORTEST && microseconds <= LONGEST;
    }

    private void checkUse(ProcessDeclaration client, Use use) {
        String uses = "'" + client.name() + "' uses '" + use.server() + "." + use.service() + "', but ";
        ProcessDeclaration server = system.process(use.server()).orElse(null);
        if (server == null && !use.server().equals(SystemDeclaration.ROOT)) {
            problems.add(use.line(), uses + "there is no process '" + use.server() + "'");
            return;
        }
        List<String> served = system.services(use.server()).stream().map(Service::name).toList();
        if (!served.contains(use.service())) {
            String all = served.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" and "));
            problems.add(use.line(), uses + "'" + use.server() + "' serves " + (served.isEmpty() ? "nothing" : all + " only"));
        }
        boolean isTwice = client.uses().subList(0, client.uses().indexOf(use)).stream().anyMatch(other -> (use.isMount() || other.isMount())
                && other.server().equals(use.server()) && other.service().equals(use.service()));
        if (isTwice) {
            problems.add(use.line(), "'" + client.name() + "' uses '" + use.server() + "." + use.service() + "' twice, but would be one client, whose handles are the same in both places");
        }
        system.services(use.server()).stream().filter(service -> use.isMount() && service.name().equals(use.service()) && !service.type().equals(FILES)).forEach(service ->
                problems.add(use.line(), "'" + client.name() + "' mounts '" + use.server() + "." + use.service() + "' at '" + use.name() + "', but that is a '" + service.type()
                        + "' and no '" + FILES + "'"));
        if (server != null && server.priority() != DeclarationReader.UNKNOWN && server.priority() < client.priority()) {
            problems.add(use.line(), "'" + client.name() + "' (priority " + client.priority() + ") waits on '" + server.name()
                    + "' (priority " + server.priority() + "), which is less urgent");
        }
    }

    /** Who stands before a process's server is one for it; what has it made anew cannot be what waits for it. */
    private void checkTraced(ProcessDeclaration process, String name) {
        String traces = "'" + process.name() + "' traces '" + name + "', ";
        ProcessDeclaration client = system.process(name).orElse(null);
        if (client == null || client == process) {
            problems.add(process.line("traces"), traces + "which is no other process");
        } else if (SystemDeclaration.isSupervisor(client)) {
            problems.add(process.line("traces"), traces + "which watches over all others and so cannot wait for it");
        } else if (process.priority() != DeclarationReader.UNKNOWN && process.priority() < client.priority()) {
            problems.add(process.line("traces"), traces + "which is more urgent (priority " + client.priority() + ")");
        }
    }

    /** Everybody in a circle of calls can come to wait for himself. */
    private void checkCircles() {
        Set<String> done = new HashSet<>();
        for (ProcessDeclaration process : system.processes()) {
            follow(process, new ArrayList<>(), done);
        }
    }

    private void follow(ProcessDeclaration process, List<String> path, Set<String> done) {
        if (path.contains(process.name()) || done.contains(process.name())) {
            return;
        }
        path.add(process.name());
        for (Use use : process.uses()) {
            int begin = path.indexOf(use.server());
            if (begin >= 0) {
                problems.add(use.line(), "calls go in a circle: " + String.join(" -> ", path.subList(begin, path.size())) + " -> " + use.server());
            } else {
                system.process(use.server()).ifPresent(server -> follow(server, path, done));
            }
        }
        path.removeLast();
        done.add(process.name());
    }

    /** In the boot archive each program has a name of its own, and the kernel's tables are there too. */
    private void checkProgramNames() {
        Map<String, String> programs = new HashMap<>(Map.of(KERNEL, KERNEL, SystemDeclaration.ROOT, SystemDeclaration.ROOT));
        for (ProcessDeclaration process : system.processes()) {
            String name = process.programName();
            String other = programs.putIfAbsent(name, process.program());
            if (other != null && !other.equals(process.program())) {
                problems.add(process.line("program"), "'" + process.program() + "' and '" + other + "' have one name in the boot archive: " + name);
            }
            if (name.length() > BootArchive.NAME_BYTES) {
                problems.add(process.line("program"), "the name of the program '" + name + "' has more than " + BootArchive.NAME_BYTES + " characters");
            }
        }
        for (ProgramDeclaration program : system.programs()) {
            if (!classes.test(program.program())) {
                problems.add(program.line(), "there is no program '" + program.program() + "' to be called '" + program.name() + "'");
            }
            if (programs.containsKey(program.name())) {
                problems.add(program.line(), "'" + program.name() + "' is called a program of a process in the boot archive");
            }
        }
    }

    private void checkMemory() {
        long left = system.memory() - SYSTEM_BYTES;
        for (ProcessDeclaration process : system.processes()) {
            long needed = process.memory() + process.objects() + process.kept().stream().mapToLong(ProcessDeclaration.Kept::bytes).sum();
            if (left >= 0 && needed > left) {
                problems.add(process.line("memory"), "'" + process.name() + "' is to have " + Units.showBytes(needed)
                        + ", but of the machine's " + Units.showBytes(system.memory()) + " only " + Units.showBytes(Math.max(0, left))
                        + " are left: " + Units.showBytes(SYSTEM_BYTES) + " are for kernel and root, the rest for the processes before");
            }
            left -= needed;
        }
    }

    private void checkDevices() {
        Map<String, String> owners = new HashMap<>();
        Map<Ports, String> ownersOfPorts = new LinkedHashMap<>(Map.of(POWER_SWITCH, "'root'"));
        for (ProcessDeclaration process : system.processes()) {
            for (Interrupt interrupt : process.interrupts()) {
                claim(owners, "interrupt " + interrupt.number(), process, interrupt.line());
            }
            for (PciFunction function : process.pci()) {
                claim(owners, show(function), process, function.line());
            }
            for (Mapping range : process.maps()) {
                for (long page = range.first(); page < range.last(); page += UserLayout.PAGE) {
                    claim(owners, String.format("devices' memory at 0x%x", page), process, range.line());
                }
            }
            for (DeviceMemory block : process.deviceMemory()) {
                claim(owners, String.format("devices' memory at 0x%x", block.address()), process, block.line());
            }
            for (Holding holding : process.holds()) {
                if (holding.authority() == GrantKind.ROOT_THREAD) {
                    claim(owners, "root-thread", process, holding.line());
                }
                if (holding.authority() == GrantKind.PORT_CONTROL) {
                    claim(owners, "port-control", process, holding.line());
                    if (process.restart() == Restart.ALWAYS) {
                        problems.add(holding.line(), "'" + process.name() + "' holds port-control, which can be given once only: "
                                + "its restart has to be never or power-off");
                    }
                }
            }
            for (Ports range : process.ports()) {
                claimPorts(ownersOfPorts, process, range);
            }
        }
    }

    private void claim(Map<String, String> owners, String what, ProcessDeclaration process, int line) {
        String owner = owners.putIfAbsent(what, claimant(process, line));
        if (owner != null) {
            problems.add(line, "'" + process.name() + "' claims " + what + ", which has an owner: " + owner);
        }
    }

    private void claimPorts(Map<Ports, String> owners, ProcessDeclaration process, Ports range) {
        owners.forEach((other, owner) -> {
            if (range.first() <= other.last() && other.first() <= range.last()) {
                problems.add(range.line(), "'" + process.name() + "' claims ports " + show(range) + ", which overlap " + show(other) + " of " + owner);
            }
        });
        owners.put(range, claimant(process, range.line()));
    }

    private static String claimant(ProcessDeclaration process, int line) {
        return "'" + process.name() + "' in line " + line;
    }

    static String show(PciFunction function) {
        return String.format("PCI device %04x:%04x", function.vendor(), function.device()) + (function.index() == 0 ? "" : "#" + (function.index() + 1));
    }

    static String show(Ports range) {
        return range.first() == range.last() ? String.format("0x%x", range.first()) : String.format("0x%x-0x%x", range.first(), range.last());
    }
}
